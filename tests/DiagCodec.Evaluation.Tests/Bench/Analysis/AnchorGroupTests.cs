using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Bench.Results;

namespace DiagCodec.Evaluation.Tests.Bench.Analysis;

public sealed class AnchorGroupTests
{
    private static readonly (double, double)[] Rising = [(1, 20), (4, 30), (16, 40), (64, 50)];

    [Fact]
    public void Without_a_window_anchor_all_methods_are_one_group_in_their_order()
    {
        var file = SyntheticBench.Make(2);
        var group = Assert.Single(AnchorGroup.Of(file));
        Assert.Equal((SyntheticBench.Anchor, false), (group.Anchor, group.IsWindow));
        Assert.Equal(file.Methods.AsEnumerable(), group.Methods.AsEnumerable());
        Assert.Null(new BenchAnalysis(file).WindowGain);
    }

    [Fact]
    public void Methods_on_the_window_are_a_group_with_their_anchor_first()
    {
        var file = SyntheticBench.Make(2);
        var groups = AnchorGroup.Of(file with { Experiment = file.Experiment with { WindowAnchor = "x264 veryslow" } });
        Assert.Equal([(SyntheticBench.Anchor, false), ("x264 veryslow", true)], groups.Select(g => (g.Anchor, g.IsWindow)));
        Assert.Equal(["x264 veryslow", "x265 default"], groups[1].Methods.Select(m => m.Name));
        Assert.Equal(file.Methods.Where(m => !m.IsWindowed), groups[0].Methods);
    }

    [Fact]
    public void An_anchor_that_is_the_window_anchor_too_is_the_only_one()
    {
        var file = OnWindow("anchor", "anchor", "test");
        Assert.Equal(("anchor", false), (Assert.Single(AnchorGroup.Of(file)).Anchor, AnchorGroup.Of(file)[0].IsWindow));
    }

    [Fact]
    public void An_anchor_on_the_window_is_compared_with_itself()
    {
        var file = OnWindow("window", "anchor", "window", "test");
        Assert.Equal(["anchor", "anchor", "window", "window"], file.Methods.Select(m => AnchorGroup.AnchorOf(file.Experiment, m)));
        Assert.Equal([true, false, true, false], file.Methods.Select(m => AnchorGroup.IsAnchor(file.Experiment, m)));
    }

    [Fact]
    public void Everything_on_the_window_is_told_against_its_anchor()
    {
        var file = OnWindow("window", "window", "test");
        var deltas = MethodDeltas.Of(new BenchCurves(file, QualityMeasure.WindowPsnr));
        Assert.Equal(["anchor", "full", "window", "test"], deltas.Select(d => d.Method.Name));
        Assert.Equal([0, 100, 0, -50], deltas.Select(d => Math.Round(d.Rate.Mean!.Value, 9)));
        Assert.Equal([0, 100, 0, -50], EqualQuality.Of(new BenchCurves(file, QualityMeasure.WindowPsnr), 35).Select(e => Math.Round(e.Percent!.Estimate!.Value, 9)));
        Assert.Equal(-75, MethodDeltas.Of(new BenchCurves(file, QualityMeasure.WindowPsnr), "anchor", file.Methods[2]).Rate.Mean!.Value, 9);
    }

    [Fact]
    public void What_the_window_anchor_gains_and_the_best_maps_are_told_by_own_mIoU()
    {
        var file = SyntheticBench.Make();
        var analysis = new BenchAnalysis(file with { Experiment = file.Experiment with { WindowAnchor = "x265 default" } });
        var gain = analysis.WindowGain!;
        Assert.Equal(("x265 default", SyntheticBench.Anchor), (gain.Method.Name, gain.Anchor));
        Assert.Equal(new BenchAnalysis(file).Deltas(QualityMeasure.OwnMiou, "x265 default")!.Rate.Mean, gain.Rate.Mean);
        Assert.Equal(0, analysis.Deltas(QualityMeasure.OwnMiou, "x265 default")!.Rate.Mean);
        Assert.Equal(SyntheticBench.Anchor, Assert.Single(analysis.BestMaps).Best.Anchor);
    }

    [Fact]
    public void A_window_anchor_that_did_not_run_leaves_its_group_without_values()
    {
        var file = OnWindow("window", "window", "test");
        var analysis = new BenchAnalysis(file with { Methods = file.Methods.RemoveAt(2), Points = [.. file.Points.Where(p => p.Method != "window")] });
        Assert.Equal(["test"], analysis.Groups[1].Methods.Select(m => m.Name));
        Assert.Null(analysis.Deltas(QualityMeasure.WindowPsnr, "test")!.Rate.Mean);
        Assert.Null(analysis.WindowGain);
    }

    /// <summary>Of bits: full range twice and window a quarter of the anchor's, test half of the window's.</summary>
    private static BenchFile OnWindow(string anchor, params string[] windowed)
    {
        (string Name, double Times)[] methods = [("anchor", 1), ("full", 2), ("window", 0.25), ("test", 0.125)];
        var file = HandMade.Of([.. methods.Select(m => ("one", m.Name, Rising.Select(p => (m.Times * p.Item1, p.Item2)).ToArray()))]);
        return file with
        {
            Experiment = file.Experiment with { WindowAnchor = anchor },
            Methods = [.. file.Methods.Select(m => m with { IsWindowed = windowed.Contains(m.Name) })],
        };
    }
}
