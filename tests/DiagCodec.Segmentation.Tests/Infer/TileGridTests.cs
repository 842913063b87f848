using DiagCodec.Segmentation.Infer;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Segmentation.Tests.Infer;

public class TileGridTests
{
    [Fact]
    public void Tiles_cover_everything_rise_and_share_the_overlap()
    {
        Prop.ForAll<PositiveInt, PositiveInt, NonNegativeInt>((lengthSeed, sizeSeed, overlapSeed) =>
        {
            var (length, size) = (1 + (lengthSeed.Get * 37 % 3000), 1 + (sizeSeed.Get * 13 % 900));
            var overlap = overlapSeed.Get * 7 % size;
            var starts = TileGrid.Along(length, new TileOptions(size, overlap));
            Assert.Equal(0, starts[0]);
            Assert.True(starts[^1] + size >= length && (starts.Length == 1 || starts[^1] + size == length));
            foreach (var (before, after) in starts.Zip(starts.Skip(1)))
            {
                Assert.True(after > before && before + size - after >= overlap, $"{length} {size} {overlap}: {before} {after}");
            }
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(1, new[] { 0 })]
    [InlineData(100, new[] { 0 })]
    [InlineData(101, new[] { 0, 1 })]
    [InlineData(180, new[] { 0, 80 })]
    [InlineData(181, new[] { 0, 40, 81 })]
    [InlineData(260, new[] { 0, 80, 160 })]
    public void As_few_tiles_as_will_do(int length, int[] starts) => Assert.Equal(starts, TileGrid.Along(length, new TileOptions(100, 20)).AsEnumerable());
}
