using DiagCodec.Imaging.Volumes;
using DiagCodec.Metrics.Segmentation;
using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Score;
using DiagCodec.Segmentation.Tests.Data;
using DiagCodec.Segmentation.Tests.Support;

namespace DiagCodec.Segmentation.Tests.Score;

public class CaseScoreTests
{
    [Fact]
    public void Every_class_is_counted_over_all_slices()
    {
        var one = Discs.Series("a", 1);
        var volume = new Volume(2, 1, SampleFormat.UInt8, [new byte[2], new byte[2]])
        {
            Geometry = Geometry.Regular(default, new(1, 0, 0), new(0, 1, 0), 0.5, 0.4, -2, 2),
        };
        var truth = new LabelMap(2, 1, 2, new byte[] { 0, 1, 2, 2 }, volume.Geometry);
        var scores = CaseScore.Of(
            one with { Series = one.Series with { Volume = volume }, Truth = truth },
            WeightsVariant.Hardened,
            truth with { Labels = new byte[] { 1, 1, 2, 0 } },
            TestTask.Of(2));
        Assert.Equal([("a", WeightsVariant.Hardened, "class1"), ("a", WeightsVariant.Hardened, "class2")], scores.Select(s => (s.Case, s.Variant, s.Class)));
        Assert.Equal([new ClassCounts(1, 1, 0, 2), new ClassCounts(1, 0, 1, 2)], scores.Select(s => s.Counts));
        Assert.All(scores, s => Assert.Equal(0.4, s.VoxelVolume!.Value, 12));
    }

    [Fact]
    public void Without_a_spacing_there_is_no_volume()
    {
        var one = Discs.Series("a", 1);
        var score = Assert.Single(CaseScore.Of(one, WeightsVariant.Plain, one.Truth, Discs.Task));
        Assert.Null(score.VoxelVolume);
        Assert.Equal(1, score.Counts.Dice);
    }
}
