using DiagCodec.Allocation.Policies.Search;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Allocation.Tests.Policies.Search;

public sealed class SearchMeasureTests
{
    private static readonly FrameFormat Format = new(128, 128, 8, ChromaFormat.Luma400);

    [Theory]
    [InlineData(new byte[] { 0, 0, 0, 0 }, new byte[] { 0, 0, 0, 0 }, 1)]
    [InlineData(new byte[] { 1, 1, 0, 0 }, new byte[] { 0, 0, 0, 0 }, 0)]
    [InlineData(new byte[] { 1, 1, 0, 0 }, new byte[] { 1, 0, 0, 0 }, 2.0 / 3)]
    [InlineData(new byte[] { 1, 1, 2, 0 }, new byte[] { 1, 1, 0, 0 }, 0.5)]
    [InlineData(new byte[] { 3, 3, 0, 0 }, new byte[] { 3, 3, 3, 3 }, 2.0 / 3)]
    public void Own_Dice_is_the_mean_over_the_classes_that_are_there(byte[] own, byte[] found, double dice) =>
        Assert.Equal(dice, OwnAgreement.Dice(new LabelMap(4, 1, 1, own, null), new LabelMap(4, 1, 1, found, null)), 12);

    [Fact]
    public void A_uniform_map_has_its_QP_and_offsets_move_it_towards_the_dearer_blocks()
    {
        var flat = QpMap.Uniform(Format, 2, 30, GopStructure.Flat, 64);
        Assert.Equal(30, EffectiveQp.Of(flat), 9);
        var half = EffectiveQp.Of(flat.WithOffsets(_ => [0, 0, 12, 12]));
        Assert.InRange(half, 30.1, 35.9);
        Assert.Equal(18, EffectiveQp.Of(flat.WithOffsets(_ => [-12, -12, -12, -12])), 9);
    }

    [Fact]
    public void Maps_are_equal_where_the_coded_QPs_are()
    {
        var flat = QpMap.Uniform(Format, 2, 50, GopStructure.Flat, 64);
        Assert.Equal(MapFingerprint.Of(flat), MapFingerprint.Of(QpMap.Uniform(Format, 2, 50, GopStructure.Flat, 16)));
        Assert.Equal(MapFingerprint.Of(flat.WithOffsets(_ => [0, 0, 0, 1])), MapFingerprint.Of(flat.WithOffsets(_ => [0, 0, 0, 5])));
        Assert.NotEqual(MapFingerprint.Of(flat), MapFingerprint.Of(flat.WithOffsets(_ => [0, 0, 0, -1])));
        Assert.NotEqual(MapFingerprint.Of(flat), MapFingerprint.Of(QpMap.Uniform(Format, 3, 50, GopStructure.Flat, 64)));
    }
}
