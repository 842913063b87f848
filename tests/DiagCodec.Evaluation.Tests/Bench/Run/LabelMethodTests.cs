using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Reports.Bench.Tables;

namespace DiagCodec.Evaluation.Tests.Bench.Run;

/// <summary>Methods of which no image comes back are scored by their own labels.</summary>
public sealed class LabelMethodTests
{
    [Fact]
    public async Task Their_labels_are_scored_and_nobody_segments()
    {
        using var world = new BenchWorld { Pictures = new PictureSetting(["one"], 1) };
        world.Methods = [world.Methods[0], new LabelMethod("labels", 1, 4)];
        var file = await world.RunAsync();
        var segments = world.Segments;
        var points = file.Points.Where(p => p.Method == "labels").ToArray();
        Assert.Equal(6, points.Length);
        Assert.All(points, p => Assert.Null(p.Error));
        Assert.All(points, p => Assert.True(p.Figures is { Psnr: null, WindowPsnr: null, WindowSsim: null }));

        // The disk, one of two classes, counts for nothing in the mask that the labels are made of.
        Assert.All(points.Where(p => p.Parameter == 1), p => Assert.Equal(0.5, QualityMeasure.OwnDice.Of(p)));
        Assert.All(points.Where(p => p.Parameter == 4), p => Assert.InRange(QualityMeasure.OwnDice.Of(p)!.Value, 0.2, 0.49));
        Assert.True(file.Methods.Single(m => m.Name == "labels").GivesLabels);
        Assert.Null(file.Methods.Single(m => m.Name == "plain").GivesLabels);

        // Three cases as they are, and every point of the method that gives slices.
        Assert.Equal(3 + 9, segments);
        await world.RunAsync();
        Assert.Equal(segments, world.Segments);
        Assert.DoesNotContain(BenchPictures.Read(world.Folder()), p => p.Method == "labels");
        Assert.DoesNotContain(PointTable.Of(file, file.Methods.Single(m => m.Name == "labels")).Rows.SelectMany(r => r.Cells), c => c.Text == "exact");
    }

    [Fact]
    public async Task Another_number_of_slices_is_a_failed_point()
    {
        using var world = new BenchWorld();
        world.Methods = [world.Methods[0], new LabelMethod("labels", 1) { Lies = true }];
        var file = await world.RunAsync();
        Assert.All(file.Points.Where(p => p.Method == "labels"), p => Assert.Contains("slices, expected", p.Error, StringComparison.Ordinal));
    }
}
