using DiagCodec.Metrics.Images;

namespace DiagCodec.Metrics.Tests.Images;

public sealed class BitsPerVoxelTests
{
    [Fact]
    public void By_hand()
    {
        Assert.Equal(0.25, BitsPerVoxel.Of(8192, 512 * 512));
        Assert.Equal(0, BitsPerVoxel.Of(0, 1));
        Assert.Equal(8.0 * (1L << 40), BitsPerVoxel.Of(1L << 40, 1));
    }

    [Fact]
    public void No_voxels_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => BitsPerVoxel.Of(1, 0));
}
