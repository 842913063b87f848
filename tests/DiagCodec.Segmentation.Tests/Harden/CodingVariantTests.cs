using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Segmentation.Harden;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Segmentation.Tests.Harden;

public sealed class CodingVariantTests
{
    private static readonly FrameFormat Format = new(Series.Columns, Series.Rows, 12, ChromaFormat.Luma400);

    [Fact]
    public void Blocks_without_foreground_get_the_offset_and_frames_follow_the_step_GOP()
    {
        var map = new CodingVariant(30, 6, 64).Map(Series.Make(2, [1]).Truth, Format, GopStructure.Step);
        Assert.Equal([30, 33], map.Frames.Select(f => f.FrameQp));
        Assert.Equal((3, 2), (map.Columns, map.Rows));
        Assert.Equal([6, 6, 6, 6, 6, 6], map.Frames[0].Offsets.Select(o => (int)o));
        Assert.Equal([0, 6, 6, 6, 6, 6], map.Frames[1].Offsets.Select(o => (int)o));
    }

    [Fact]
    public void Without_offset_or_without_any_foreground_a_map_is_uniform()
    {
        Assert.All(CodingVariant.Uniform(30).Map(Series.Make(2, [1]).Truth, Format, GopStructure.Step).Frames, f => Assert.False(f.HasOffsets));
        Assert.All(new CodingVariant(30, 6, 64).Map(Series.Make(2, []).Truth, Format, GopStructure.Step).Frames, f => Assert.False(f.HasOffsets));
    }

    [Fact]
    public void Base_QPs_come_one_from_each_part_of_the_range()
    {
        // 22 to 46 in five parts: 22-26, 27-31, 32-36, 37-41, 42-46.
        for (var seed = 0; seed < 50; seed++)
        {
            var variants = CodingVariants.Draw(22, 46, [0, 0, 6, 12], 64, 5, new System.Random(seed));
            Assert.Equal([22, 27, 32, 37, 42], variants.Select(v => ((v.BaseQp - 22) / 5 * 5) + 22));
        }
    }

    [Fact]
    public void Offsets_come_as_often_as_the_list_says()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var offsets = CodingVariants.Draw(22, 46, [0, 0, 6, 12], 32, 8, new System.Random(seed)).Select(v => v.BackgroundOffset);
            Assert.Equal([0, 0, 0, 0, 6, 6, 12, 12], offsets.Order());
        }
    }

    [Fact]
    public void Variants_stay_in_range_and_depend_on_the_seed_alone() =>
        Prop.ForAll<byte, byte, int>((low, span, seed) =>
        {
            var (lowest, count) = (low % 52, span % 11);
            var highest = Math.Min(51, lowest + (span % 30));
            var variants = CodingVariants.Draw(lowest, highest, [0, 6], 16, count, new System.Random(seed));
            Assert.Equal(count, variants.Length);
            Assert.All(variants, v => Assert.InRange(v.BaseQp, lowest, highest));
            Assert.Equal(variants.ToArray(), CodingVariants.Draw(lowest, highest, [0, 6], 16, count, new System.Random(seed)).ToArray());
        }).QuickCheckThrowOnFailure();
}
