using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Input;

namespace DiagCodec.Segmentation.Tests.Input;

public sealed class SeriesFactsTests
{
    private static readonly ModelInput Hu = new(InputKind.Hu, 0, 1, null, 1, null, null);

    [Theory]
    [InlineData(InputKind.Hu, -80, 50)]
    [InlineData(InputKind.Code, 0, 40)]
    public void The_range_is_of_the_inputs_kind_without_padding(InputKind kind, double low, double high)
    {
        // 10 and 30 less 90 are -80 and -60; 50 less 0 and 40 are 50 and 10.
        var series = Series([10, 30, -2000], [0, 40, -2000], new Rescale(1, -90), new Rescale(-1, 50), new PixelPadding(-2000, -2000));
        Assert.Equal(new NumberRange(low, high), SeriesFacts.Of(series, Hu with { Kind = kind }).Values);
    }

    [Fact]
    public void Nothing_but_padding_is_a_flat_image() => Assert.Equal(
        new NumberRange(-2000, -2000),
        SeriesFacts.Of(Series([-2000], [-2000], Rescale.Identity, Rescale.Identity, new PixelPadding(-2000, -2000)), Hu).Values);

    [Fact]
    public void Modality_and_the_larger_pixel_spacing_are_said_where_they_are_known()
    {
        var series = Series([1, 2], [3, 4], Rescale.Identity, Rescale.Identity, null);
        Assert.Equal((null, null), (SeriesFacts.Of(series, Hu).Modality, SeriesFacts.Of(series, Hu).PixelSpacing));
        var placed = series with
        {
            Modality = "MR",
            Volume = new Volume(2, 1, SampleFormat.Int16, [series.Volume.SliceBytes(0).ToArray()])
            {
                Geometry = Geometry.Regular(default, new(1, 0, 0), new(0, 1, 0), 0.5, 0.75, 2, 1),
            },
        };
        Assert.Equal(("MR", 0.75), (SeriesFacts.Of(placed, Hu).Modality, SeriesFacts.Of(placed, Hu).PixelSpacing));
    }

    private static ImageSeries Series(int[] first, int[] second, Rescale one, Rescale two, PixelPadding? padding)
    {
        var volume = new Volume(first.Length, 1, SampleFormat.Int16, [Bytes(first), Bytes(second)]) { Rescales = [one, two], Padding = padding };
        return new ImageSeries("in", "in", "test", volume, new SourceHeaders(SourceKind.Nifti, [], [new(0, 0), new(0, 1)]), 1, []);
    }

    private static ReadOnlyMemory<byte> Bytes(int[] values)
    {
        var bytes = new byte[2 * values.Length];
        Volume.Narrow(values, SampleFormat.Int16, bytes);
        return bytes;
    }
}
