using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Archive;

/// <summary>padding.br before Brotli: per slice the number of runs, then per run the voxels skipped since the last run, its length less one and its value.</summary>
internal static class PaddingCodec
{
    public static byte[] Write(PaddingRuns padding)
    {
        using var stream = new MemoryStream();
        for (var z = 0; z < padding.Slices; z++)
        {
            var runs = padding.Slice(z);
            Varint.Write(stream, (uint)runs.Length);
            var end = 0;
            foreach (var run in runs)
            {
                Varint.Write(stream, (uint)(run.Start - end));
                Varint.Write(stream, (uint)(run.Length - 1));
                Varint.WriteSigned(stream, run.Value);
                end = run.Start + run.Length;
            }
        }

        return stream.ToArray();
    }

    /// <exception cref="InvalidInputException">The runs do not fit slices of that many pixels.</exception>
    public static PaddingRuns Read(ReadOnlySpan<byte> bytes, int slices, int pixelsPerSlice, SampleFormat format, string source)
    {
        var all = new PaddingRun[slices][];
        for (var z = 0; z < slices; z++)
        {
            var count = Varint.Read(ref bytes, source);
            if (count > pixelsPerSlice || 3L * count > bytes.Length)
            {
                throw Broken();
            }

            all[z] = new PaddingRun[count];
            long end = 0;
            for (var i = 0; i < count; i++)
            {
                var start = end + Varint.Read(ref bytes, source);
                var length = Varint.Read(ref bytes, source) + 1L;
                var value = Varint.ReadSigned(ref bytes, source);
                end = start + length;
                if (end > pixelsPerSlice)
                {
                    throw Broken();
                }

                if (!format.Holds(value))
                {
                    throw new InvalidInputException($"{source}: a padding value of {value} in samples of {format}");
                }

                all[z][i] = new PaddingRun((int)start, (int)length, value);
            }
        }

        return bytes.IsEmpty ? new PaddingRuns(all) : throw Broken();

        InvalidInputException Broken() => new($"{source}: the padding runs do not fit {slices} slices of {pixelsPerSlice} pixels");
    }
}
