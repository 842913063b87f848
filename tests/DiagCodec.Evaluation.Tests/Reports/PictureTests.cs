using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Reports.Markup;
using DiagCodec.Evaluation.Reports.Pictures;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Evaluation.Tests.Reports;

public sealed class PictureTests
{
    [Theory]
    [InlineData(-500, 0)]
    [InlineData(-160, 0)]
    [InlineData(40, 128)]
    [InlineData(240, 255)]
    [InlineData(3000, 255)]
    public void The_soft_tissue_window_by_hand(double hu, byte grey) => Assert.Equal(grey, DisplayWindow.SoftTissue.Grey(hu));

    [Fact]
    public void Brighter_is_never_darker()
    {
        Prop.ForAll<int, int, PositiveInt>((a, b, width) =>
        {
            var window = new DisplayWindow(0, width.Get);
            return window.Grey(Math.Min(a, b)) <= window.Grey(Math.Max(a, b));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void CT_is_known_by_its_air_and_shown_as_soft_tissue()
    {
        var view = View(DiskSeries.Make(description: "something"));
        Assert.Equal(("HU", DisplayWindow.SoftTissue), (view.Unit, view.Window));
    }

    [Fact]
    public void CT_without_soft_tissue_is_shown_as_the_bulk_of_its_values()
    {
        var view = View(Series(SampleFormat.Int16, [.. Enumerable.Range(0, 201).Select(v => v)], new Rescale(1, -1024)));
        Assert.Equal("HU", view.Unit);
        Assert.Equal(-1023, view.Window.Low, 9);
        Assert.Equal(-825, view.Window.High, 9);
    }

    [Fact]
    public void Eight_bits_are_shown_as_they_are_and_MONOCHROME1_inverted()
    {
        var view = View(Series(SampleFormat.UInt8, [20, 30, 40], Rescale.Identity, lowIsBright: true));
        Assert.Equal("stored units", view.Unit);
        Assert.Equal((byte)(255 - 30), view.Grey(30));
        Assert.Contains("MONOCHROME1", view.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_coded_window_is_the_shown_one_unless_another_is_asked_for()
    {
        var prepared = PreparedSeries.Of(DiskSeries.Make(), 8, (300, 800), null);
        Assert.Equal(new DisplayWindow(300, 800), IntensityViewChoice.For(prepared, null).Window);
        Assert.Equal(new DisplayWindow(-600, 1500), IntensityViewChoice.For(prepared, new(-600, 1500)).Window);
    }

    [Fact]
    public void Padding_does_not_pull_the_window()
    {
        var series = Series(SampleFormat.Int16, [-30000, 100, 200, 300, -30000], Rescale.Identity);
        var view = View(series with { Volume = Copy(series.Volume, new PixelPadding(-30000, -30000)) });
        Assert.InRange(view.Window.Low, 100, 102);
    }

    [Fact]
    public void Reduction_takes_means_of_values_and_extremes_of_differences()
    {
        var reduction = BlockReduction.ToAtMost(3, 3, 2);
        Assert.Equal((2, 2, 2), (reduction.Width, reduction.Height, reduction.Factor));
        double[] values = [1, 2, 3, 4, -9, 6, 7, 8, 9];
        Assert.Equal([-0.5, 4.5, 7.5, 9], reduction.Mean(values));
        Assert.Equal([-9, 6, 8, 9], reduction.Extreme(values));
    }

    [Fact]
    public void Differences_are_black_at_zero_blue_below_and_orange_above()
    {
        var colours = new DifferenceColours(40);
        Assert.Equal(new Rgb(0, 0, 0), colours.Of(0));
        Assert.True(colours.Of(-20).B > colours.Of(-20).R);
        Assert.True(colours.Of(20).R > colours.Of(20).B);
        Assert.Equal(colours.Of(40), colours.Of(4000));
    }

    [Fact]
    public void The_difference_scale_is_round_and_single_outliers_do_not_stretch_it()
    {
        var differences = Enumerable.Range(0, 1000).Select(i => i == 0 ? 5000.0 : i % 2 == 0 ? 0 : -17.3).ToArray();
        Assert.Equal(20, DifferenceColours.Covering([differences]).Limit);
        Assert.Equal(1, DifferenceColours.Covering([new double[4]]).Limit);
        Assert.Equal(0.25, DifferenceColours.Covering([[0.22]]).Limit, 12);
    }

    [Fact]
    public void A_QP_map_joins_equal_neighbours_and_is_cut_at_the_edge_of_the_slice()
    {
        var map = new QpMap(64, 2, 2, [new FrameQps(30, [0, 0, -2, 4])]);
        using var text = new StringWriter();
        new QpOverlay(map, QpColours.Of(map)).Write(new HtmlWriter(text), 0, new PicturePanel(100, 100, 1));
        Assert.Equal(
            """
            <g class="qp" transform="scale(1 1)"><path fill="#f9e83c" d="M0 64h64v36h-64z"><title>QP 28 (frame QP 30, offset −2)</title>
            </path>
            <path fill="#4fb56b" d="M0 0h100v64h-100z"><title>QP 30 (frame QP 30, offset 0)</title>
            </path>
            <path fill="#481260" d="M64 64h36v36h-36z"><title>QP 34 (frame QP 30, offset +4)</title>
            </path>
            </g>
            <g class="qp-numbers" font-size="23.04"><text x="32" y="40.06">30</text>
            <text x="82" y="40.06">30</text>
            <text x="32" y="90.06">28</text>
            <text x="82" y="90.06">34</text>
            </g>

            """.ReplaceLineEndings("\n"),
            text.ToString());
    }

    private static IntensityView View(ImageSeries series) => IntensityViewChoice.For(PreparedSeries.Of(series, null, null, null), null);

    private static ImageSeries Series(SampleFormat format, int[] values, Rescale rescale, bool lowIsBright = false)
    {
        var bytes = new byte[values.Length * format.Bytes()];
        Volume.Narrow(values, format, bytes);
        var volume = new Volume(values.Length, 1, format, [bytes]) { Rescales = [rescale], LowIsBright = lowIsBright };
        return DiskSeries.Make() with { Volume = volume, Description = "a row of values" };
    }

    private static Volume Copy(Volume volume, PixelPadding padding) =>
        new(volume.Columns, volume.Rows, volume.Format, [volume.SliceBytes(0).ToArray()]) { Rescales = volume.Rescales, Padding = padding };
}
