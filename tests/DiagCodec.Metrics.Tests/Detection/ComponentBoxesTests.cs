using DiagCodec.Metrics.Detection;

namespace DiagCodec.Metrics.Tests.Detection;

public sealed class ComponentBoxesTests
{
    [Fact]
    public void Parts_that_touch_by_a_corner_are_one()
    {
        byte[] labels =
        [
            2, 0, 0, 0, 1,
            0, 2, 0, 0, 2,
            0, 2, 0, 0, 2,
        ];
        Assert.Equal<BoundingBox>([new BoundingBox(0, 0, 2, 3), new BoundingBox(4, 1, 5, 3)], ComponentBoxes.Of(labels, 5, 2, 1));
        Assert.Equal<BoundingBox>([new BoundingBox(4, 0, 5, 1)], ComponentBoxes.Of(labels, 5, 1, 1));
    }

    [Fact]
    public void Rows_do_not_touch_round_the_border()
    {
        byte[] labels =
        [
            0, 0, 1,
            1, 0, 0,
        ];
        Assert.Equal<BoundingBox>([new BoundingBox(2, 0, 3, 1), new BoundingBox(0, 1, 1, 2)], ComponentBoxes.Of(labels, 3, 1, 1));
    }

    [Fact]
    public void Small_parts_get_no_box()
    {
        byte[] labels = [1, 1, 0, 1, 0, 1, 1, 1];
        Assert.Equal<BoundingBox>([new BoundingBox(0, 0, 2, 1), new BoundingBox(5, 0, 8, 1)], ComponentBoxes.Of(labels, 8, 1, 2));
        Assert.Equal<BoundingBox>([new BoundingBox(5, 0, 8, 1)], ComponentBoxes.Of(labels, 8, 1, 3));
        Assert.Empty(ComponentBoxes.Of(labels, 8, 1, 4));
    }

    [Fact]
    public void A_torn_last_row_is_refused() => Assert.Throws<ArgumentException>(() => ComponentBoxes.Of(new byte[7], 4, 1, 1));
}
