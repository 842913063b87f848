using DiagCodec.Imaging.Volumes;

namespace DiagCodec.EndToEnd.QpExactness;

/// <summary>Slices of the loudest noise, black or white, so that blocks have coefficients, and so a QP of their own in the bitstream, at any QP.</summary>
internal static class NoisyVolume
{
    public static Volume Of(int columns, int rows, int slices, int bitDepth, Random random) => new(
        columns,
        rows,
        SampleFormat.UInt16,
        [.. Enumerable.Range(0, slices).Select(_ => (ReadOnlyMemory<byte>)Slice(columns * rows, bitDepth, random))]);

    private static byte[] Slice(int pixels, int bitDepth, Random random)
    {
        var values = new int[pixels];
        for (var i = 0; i < pixels; i++)
        {
            values[i] = random.Next(2) * ((1 << bitDepth) - 1);
        }

        var bytes = new byte[2 * pixels];
        Volume.Narrow(values, SampleFormat.UInt16, bytes);
        return bytes;
    }
}
