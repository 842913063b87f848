using System.Text.RegularExpressions;
using DiagCodec.Evaluation.Reports.Encode;
using DiagCodec.Evaluation.Tasks;
using DiagCodec.Evaluation.Tests.Reports;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Evaluation.Tests.Tasks;

public sealed class TaskAgreementTests
{
    // 0.5 x 0.5 x 2 mm: a voxel is half a cubic millimetre.
    private static readonly Geometry HalfMillimetre = Geometry.Regular(default, new(1, 0, 0), new(0, 1, 0), 0.5, 0.5, 2, 2);

    [Fact]
    public void By_hand()
    {
        var before = Map(1, 1, 1, 0, 2, 0);
        var after = Map(1, 1, 0, 1, 2, 2);
        var classes = TaskAgreement.Compare(before, after, Map(1, 1, 1, 1, 0, 0), ["vessel", "stent", "nothing"]);

        Assert.Equal([(1, "vessel"), (2, "stent"), (3, "nothing")], classes.Select(c => (c.Number, c.Name)));
        Assert.Equal([3L, 1, 0], classes.Select(c => c.VoxelsBefore));
        Assert.Equal([3L, 2, 0], classes.Select(c => c.VoxelsAfter));
        Assert.Equal([2 * 2 / 6.0, 2 / 3.0, null], classes.Select(c => c.Dice));
        Assert.Equal([0, 0.5 / 1000, 0], classes.Select(c => c.VolumeChange!.Value));
        Assert.Equal([6 / 7.0, 0.0, null], classes.Select(c => c.TruthBefore!.Value.Dice));
        Assert.Equal([6 / 7.0, 0.0, null], classes.Select(c => c.TruthAfter!.Value.Dice));
    }

    [Fact]
    public void Without_truth_or_spacing_there_is_no_figure_of_it()
    {
        var labels = Map(1, 0, 1, 0, 0, 0) with { Geometry = null };
        var one = Assert.Single(TaskAgreement.Compare(labels, labels, null, ["vessel"]));
        Assert.Equal((1.0, null, null, null), (one.Dice, one.VolumeChange, one.TruthBefore, one.TruthAfter));
        Assert.Throws<ArgumentException>(() => TaskAgreement.Compare(labels, Map(2, 0, 0, 0, 0, 0), null, ["vessel"]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_report_has_the_figures_and_two_outlines_a_slice(bool withTruth)
    {
        var series = DiskSeries.Make(columns: 96, rows: 72, slices: 1);
        var (before, after) = (Square(series.Volume, 10), Square(series.Volume, 12));
        var agreement = new TaskAgreement(
            "disk-finder", "hardened", new string('a', 64), before, after, TaskAgreement.Compare(before, after, withTruth ? before : null, ["disk"]));
        var page = ReportOf.Page(await ReportOf.DataAsync(series) with { Mask = before, Task = agreement });
        Assert.Contains("What disk-finder finds before and after coding", page, StringComparison.Ordinal);

        // Squares of 10 and 12 in the same corner: Dice 200 / 244.
        foreach (var cell in (string[])["100", "144", "0.8197", "spacing not known"])
        {
            Assert.Contains($"<td>{cell}</td>", page, StringComparison.Ordinal);
        }

        Assert.Equal(withTruth, page.Contains("Dice to the truth", StringComparison.Ordinal));
        Assert.NotEqual(withTruth, page.Contains("No ground truth is known here", StringComparison.Ordinal));
        Assert.Contains("hardened weights, SHA-256 aaaa", page, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(page, "class=\"mask-outline\""));
        Assert.Equal(1, Regex.Count(page, "class=\"mask-outline after\""));
    }

    private static LabelMap Map(params byte[] labels) => new(3, 1, 2, labels, HalfMillimetre);

    private static LabelMap Square(Volume volume, int side)
    {
        var labels = new byte[volume.PixelsPerSlice * volume.Slices];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = (byte)(i % volume.Columns < side && i / volume.Columns < side ? 1 : 0);
        }

        return new LabelMap(volume.Columns, volume.Rows, volume.Slices, labels, volume.Geometry);
    }
}
