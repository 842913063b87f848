using DiagCodec.Segmentation.Tests.Support;
using DiagCodec.Segmentation.Train.Sampling;

namespace DiagCodec.Segmentation.Tests.Train.Sampling;

public class ForegroundIndexTests
{
    private const int Draws = 8000;

    /// <summary>Class 1: a pixel of slice 0 and 40 pixels of slice 3; class 7: four pixels of slice 5.</summary>
    [Fact]
    public void Classes_then_slices_then_pixels_are_drawn_evenly()
    {
        var volume = Planes.Volume(10, 8, 6, (_, _, _) => 0, (x, y, z) => z switch
        {
            0 when (x, y) == (9, 7) => 1,
            3 when y < 4 => 1,
            5 when (x, y) is (0, 0) or (9, 0) or (0, 7) or (9, 7) => 7,
            _ => 0,
        });
        var index = new ForegroundIndex(volume);
        var random = new Random(1);
        var counts = Enumerable.Range(0, Draws).Select(_ => index.Draw(random)).CountBy(p => p).ToDictionary();
        Assert.False(index.IsEmpty);
        Assert.All(counts.Keys, p => Assert.NotEqual(0, volume.Labels[p.Slice][(p.Row * 10) + p.Column]));
        Assert.Equal(1 + 40 + 4, counts.Count);
        AssertShare(0.25, counts[(0, 9, 7)]);
        AssertShare(0.5, counts.Where(c => c.Key.Slice == 5).Sum(c => c.Value));
        Assert.All(counts.Where(c => c.Key.Slice == 5), c => AssertShare(0.125, c.Value));
        Assert.All(counts.Where(c => c.Key.Slice == 3), c => AssertShare(0.25 / 40, c.Value));
    }

    [Fact]
    public void A_volume_without_foreground_has_nothing_to_draw()
    {
        var index = new ForegroundIndex(Planes.Volume(4, 4, 2, (_, _, _) => 9, (_, _, _) => 0));
        Assert.True(index.IsEmpty);
        Assert.Throws<InvalidOperationException>(() => index.Draw(new Random(1)));
    }

    /// <summary>Within five standard deviations of the binomial count.</summary>
    private static void AssertShare(double share, int count)
    {
        var bound = 5 * Math.Sqrt(share * (1 - share) * Draws);
        Assert.InRange(count, (share * Draws) - bound, (share * Draws) + bound);
    }
}
