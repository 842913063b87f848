using DiagCodec.Imaging.Nifti;
using DiagCodec.Imaging.Pictures;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Segmentation.Tests.Data;

/// <summary>A data set of a few bytes, gone after the test.</summary>
internal sealed class DataFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("diagcodec-cases-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Empty files, for what goes by names alone; a name that ends in a slash becomes a folder.</summary>
    public DataFolder With(params string[] names)
    {
        foreach (var name in names)
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(File(name))!);
            if (!name.EndsWith('/'))
            {
                System.IO.File.WriteAllBytes(File(name), []);
            }
        }

        return this;
    }

    public string Picture(string name, int width, int height, params byte[] pixels)
    {
        using var file = System.IO.File.Create(File(name));
        PngEncoder.Write(file, width, height, PngPixelFormat.Grey8, pixels);
        return File(name);
    }

    public string Picture16(string name, int width, int height, params ushort[] pixels)
    {
        using var file = System.IO.File.Create(File(name));
        PngEncoder.Write(file, width, height, PngPixelFormat.Grey16, System.Runtime.InteropServices.MemoryMarshal.AsBytes(pixels.AsSpan()));
        return File(name);
    }

    public string Nifti(string name, int columns, int rows, int slices, Geometry geometry, params byte[] values)
    {
        NiftiVolumeWriter.Write(File(name), new LabelMap(columns, rows, slices, values, geometry));
        return File(name);
    }
}
