using DiagCodec.Imaging.Volumes;

namespace DiagCodec.EndToEnd.QpExactness;

/// <summary>Slices of nothing but noise, so that every block has coefficients and so a QP of its own in the bitstream.</summary>
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
            values[i] = random.Next(1 << bitDepth);
        }

        var bytes = new byte[2 * pixels];
        Volume.Narrow(values, SampleFormat.UInt16, bytes);
        return bytes;
    }
}
