using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Nifti;

/// <summary>Reads NIfTI-1 volumes from single files (.nii, .nii.gz). The third axis becomes the slices.</summary>
public static class NiftiReader
{
    /// <exception cref="InvalidInputException">The file is missing, broken, or holds what is not supported.</exception>
    public static ImageSeries Read(string path)
    {
        try
        {
            using var file = new NiftiFile(path);
            return Read(path, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"{path}: cannot be read: {e.Message}", e);
        }
    }

    private static ImageSeries Read(string path, NiftiFile file)
    {
        var start = new byte[NiftiLayout.HeaderSize];
        file.Read(start, "header");
        var header = NiftiHeader.Parse(path, start);
        file.CheckCanHold(header.DataOffset + header.DataBytes);
        var block = new byte[header.DataOffset];
        start.CopyTo(block, 0);
        file.Read(block.AsSpan(NiftiLayout.HeaderSize), "header extensions");
        var (format, slices) = header.Datatype.Format() is { } plain ? (plain, ReadPlain(file, header)) : ReadConverted(path, file, header);
        var findings = header.Findings;
        if (file.HasMore())
        {
            findings = findings.Add(new("extra-bytes", "the file goes on after the last voxel; the rest is left out"));
        }

        var volume = new Volume(header.Columns, header.Rows, format, slices)
        {
            BitsStored = 8 * format.Bytes(),
            Geometry = header.Affine.ToGeometry(header.Slices),
            Rescales = [header.Rescale],
        };
        var origins = Enumerable.Range(0, header.Slices).Select(z => new SliceOrigin(0, z));
        var headers = new SourceHeaders(SourceKind.Nifti, [block], [.. origins]);
        var description = $"NIfTI {header.Columns}x{header.Rows}x{header.Slices}, {header.Datatype}";
        return new(path, Path.GetFileName(path), description, volume, headers, file.Length, findings);
    }

    private static ImmutableArray<ReadOnlyMemory<byte>> ReadPlain(NiftiFile file, NiftiHeader header)
    {
        var slices = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>(header.Slices);
        for (var z = 0; z < header.Slices; z++)
        {
            var samples = new byte[header.SliceBytes];
            ReadSlice(file, header, samples);
            slices.Add(samples);
        }

        return slices.MoveToImmutable();
    }

    private static (SampleFormat Format, ImmutableArray<ReadOnlyMemory<byte>> Slices) ReadConverted(string path, NiftiFile file, NiftiHeader header)
    {
        var samples = new byte[header.SliceBytes];
        var values = new int[header.Columns * header.Rows];
        var stack = new NiftiSliceStack();
        for (var z = 0; z < header.Slices; z++)
        {
            ReadSlice(file, header, samples);
            var misfit = NiftiSamples.ToIntegers(samples, header.Datatype, values);
            if (misfit >= 0)
            {
                var (row, column) = Math.DivRem(misfit, header.Columns);
                var value = NiftiSamples.Show(samples, header.Datatype, misfit);
                throw NiftiFault.Unsupported(
                    path,
                    $"voxel ({column}, {row}, {z}) is {value}, expected a whole number of 32 bits",
                    "store the volume as int16 with scl_slope and scl_inter first");
            }

            stack.Add(values);
        }

        return stack.ToVolumeSlices();
    }

    private static void ReadSlice(NiftiFile file, NiftiHeader header, byte[] samples)
    {
        file.Read(samples, "voxels");
        if (header.BigEndian)
        {
            NiftiSamples.Reverse(samples, header.Datatype.Bytes());
        }
    }
}
