using DiagCodec.Segmentation.Infer;

namespace DiagCodec.Segmentation.Tests.Infer;

public class SmallComponentsTests
{
    [Fact]
    public void What_is_smaller_goes_and_what_touches_by_a_corner_stays()
    {
        byte[] labels =
        [
            1, 0, 0, 0, 2,
            0, 1, 0, 0, 0,
            0, 0, 1, 0, 3,
        ];
        SmallComponents.Remove(labels, 5, 3, 3);
        Assert.Equal((byte[])[1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0], labels);
    }

    [Fact]
    public void Components_go_on_from_slice_to_slice_and_across_classes()
    {
        byte[] labels = [1, 0, 0, 2, 0, 0, 0, 0];
        SmallComponents.Remove(labels, 2, 2, 2);
        Assert.Equal((byte[])[1, 0, 0, 2, 0, 0, 0, 0], labels);

        byte[] apart = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
        SmallComponents.Remove(apart, 2, 2, 2);
        Assert.All(apart, v => Assert.Equal(0, v));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_size_of_one_changes_nothing(double smallest)
    {
        byte[] labels = [0, 1, 0, 2];
        SmallComponents.Remove(labels, 2, 2, smallest);
        Assert.Equal((byte[])[0, 1, 0, 2], labels);
    }

    [Fact]
    public void A_component_as_large_as_the_limit_stays()
    {
        byte[] labels = [1, 1, 1, 0];
        SmallComponents.Remove(labels, 2, 2, 3);
        Assert.Equal((byte[])[1, 1, 1, 0], labels);
        SmallComponents.Remove(labels, 2, 2, 3.5);
        Assert.All(labels, v => Assert.Equal(0, v));
    }
}
