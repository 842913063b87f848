using DiagCodec.Imaging.Nifti;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Cli.Tests.Support;

/// <summary>A NIfTI file in a folder of its own, gone afterwards.</summary>
public sealed class SmallVolume : IDisposable
{
    public SmallVolume()
    {
        var random = new Random(2);
        var slices = Enumerable.Range(0, 3).Select(_ =>
        {
            var bytes = new byte[80 * 64 * 2];
            Volume.Narrow([.. Enumerable.Range(0, 80 * 64).Select(i => (10 * (i % 80)) + random.Next(20))], SampleFormat.Int16, bytes);
            return (ReadOnlyMemory<byte>)bytes;
        });
        var geometry = Geometry.Regular(default, new Vector3(1, 0, 0), new Vector3(0, 1, 0), 1, 1, 2, 3);
        NiftiVolumeWriter.Write(Path, new Volume(80, 64, SampleFormat.Int16, [.. slices]) { Geometry = geometry });
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("cli-").FullName;

    public string Path => File("volume.nii");

    public string File(string name) => System.IO.Path.Combine(Folder, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
