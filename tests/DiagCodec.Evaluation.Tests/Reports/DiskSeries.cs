using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Evaluation.Tests.Reports;

/// <summary>A cylinder of 60 HU with a rod of 700 HU in air, as 12-bit CT, with padding in the first columns when asked for.</summary>
internal static class DiskSeries
{
    public const int PaddingValue = -2000;

    public static ImageSeries Make(int columns = 96, int rows = 72, int slices = 6, bool padded = false, string description = "CT disk")
    {
        var volume = new Volume(columns, rows, SampleFormat.Int16, [.. Enumerable.Range(0, slices).Select(z => Slice(columns, rows, z, padded))])
        {
            BitsStored = 16,
            Geometry = Geometry.Regular(default, new(1, 0, 0), new(0, 1, 0), 0.5, 0.75, 2, slices),
            Rescales = [new Rescale(2, -1000)],
            Padding = padded ? new PixelPadding(PaddingValue, PaddingValue) : null,
        };
        var headers = new SourceHeaders(SourceKind.Nifti, [new byte[] { 1, 2, 3 }], [.. Enumerable.Range(0, slices).Select(z => new SliceOrigin(0, z))]);
        return new ImageSeries("disk", "disk", description, volume, headers, 54_321, []);
    }

    private static ReadOnlyMemory<byte> Slice(int columns, int rows, int z, bool padded)
    {
        var values = new int[columns * rows];
        for (var i = 0; i < values.Length; i++)
        {
            var (x, y) = ((i % columns) - (columns / 2), (i / columns) - (rows / 2));
            var noise = ((i * 7919) + (z * 104729)) % 13;
            var square = (x * x) + (y * y);
            values[i] = padded && i % columns < 4 ? PaddingValue : noise + (square < 25 ? 850 : square < rows * rows / 6 ? 530 : 0);
        }

        var bytes = new byte[2 * values.Length];
        Volume.Narrow(values, SampleFormat.Int16, bytes);
        return bytes;
    }
}
