using DiagCodec.Metrics.Detection;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Metrics.Tests.Detection;

public sealed class BoundingBoxTests
{
    [Fact]
    public void Overlap_by_hand()
    {
        // 2 x 2 and 2 x 2, one shared pixel: 1 of 7.
        Assert.Equal(1 / 7.0, new BoundingBox(0, 0, 2, 2).IntersectionOverUnion(new BoundingBox(1, 1, 3, 3)), 15);
        Assert.Equal(0.5, new BoundingBox(0, 0, 4, 2).IntersectionOverUnion(new BoundingBox(0, 0, 2, 2)), 15);
    }

    [Fact]
    public void Touching_and_empty_boxes_share_nothing()
    {
        var box = new BoundingBox(0, 0, 2, 2);
        Assert.Equal(0, box.IntersectionOverUnion(new BoundingBox(2, 0, 4, 2)));
        Assert.Equal(0, box.IntersectionOverUnion(new BoundingBox(1, 1, 1, 1)));
        Assert.Equal(0, new BoundingBox(1, 1, 1, 1).IntersectionOverUnion(new BoundingBox(1, 1, 1, 1)));
    }

    [Fact]
    public void Symmetric_within_one_and_equal_boxes_share_all() => Prop.ForAll(
        Boxes.ToArbitrary(),
        Boxes.ToArbitrary(),
        (a, b) =>
        {
            var overlap = a.IntersectionOverUnion(b);
            return overlap == b.IntersectionOverUnion(a) && overlap is >= 0 and <= 1 && a.IntersectionOverUnion(a) == 1;
        }).QuickCheckThrowOnFailure();

    internal static Gen<BoundingBox> Boxes =>
        from left in Gen.Choose(0, 40)
        from top in Gen.Choose(0, 40)
        from width in Gen.Choose(1, 20)
        from height in Gen.Choose(1, 20)
        select new BoundingBox(left, top, left + width, top + height);
}
