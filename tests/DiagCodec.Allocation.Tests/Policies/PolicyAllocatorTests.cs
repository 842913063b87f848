using DiagCodec.Allocation.Policies;
using DiagCodec.Allocation.Policies.Actions;
using DiagCodec.Allocation.Policies.States;
using DiagCodec.Allocation.Tests.Maps;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Allocation.Tests.Policies;

public sealed class PolicyAllocatorTests
{
    private const int Frames = 11;

    private static readonly Volume Slices = SampleClip.Noise(192, 128, Frames, 4);

    private static readonly LabelMap Corner = SampleClip.Mask(192, 128, Frames, (x, y, _) => x < 10 && y < 10);

    [Fact]
    public void The_action_with_the_best_score_is_taken()
    {
        using var model = SamplePolicy.Model(SamplePolicy.Document with { Margin = 0 });
        SamplePolicy.Favour(model.Network, "frame", 0, 4);
        SamplePolicy.Favour(model.Network, "ctu", 0, 27);
        var map = new PolicyAllocator(model, 0).Allocate(SampleClip.Request(Slices, Corner));
        Assert.Equal([24, .. Enumerable.Repeat(27, Frames - 1)], map.Frames.Select(f => f.FrameQp));
        Assert.All(Enumerable.Range(0, Frames), i => Assert.Equal([-2, 7, 7, 7, 7, 7], map.Offsets(i)));
    }

    [Fact]
    public void Every_trade_off_has_its_own_choice()
    {
        using var model = SamplePolicy.Model(SamplePolicy.Document);
        foreach (var tradeoff in (int[])[0, 1, 2])
        {
            SamplePolicy.Favour(model.Network, "frame", tradeoff, 9 - tradeoff);
            SamplePolicy.Favour(model.Network, "ctu", tradeoff, 10 * tradeoff);
        }

        var states = AgentStates.Of(Slices, Corner, model.Document.Window);
        foreach (var tradeoff in (int[])[0, 1, 2])
        {
            var decisions = new PolicyAllocator(model, tradeoff).Decide(states);
            Assert.Equal([9 - tradeoff, 9 - tradeoff], decisions.Gops.AsEnumerable());
            Assert.Equal(Enumerable.Repeat(10 * tradeoff, Frames), decisions.Frames);
        }
    }

    [Fact]
    public void Decisions_do_not_depend_on_the_number_of_frames_at_once()
    {
        using var model = SamplePolicy.Model(SamplePolicy.Document, seed: 8);
        SamplePolicy.Sharpen(model.Network);
        var volume = SampleClip.Noise(96, 80, 20, 9);
        var states = AgentStates.Of(volume, SampleClip.Mask(96, 80, 20, (x, y, z) => x < 3 * z && y > 40), model.Document.Window);
        var one = new PolicyAllocator(model, 1) { FramesAtOnce = 1 }.Decide(states);
        Assert.Equal((3, 20), (one.Gops.Length, one.Frames.Length));
        Assert.True(one.Frames.Distinct().Count() > 1, "expected choices that follow what is seen");
        foreach (var some in (int[])[3, 8, 100])
        {
            var decisions = new PolicyAllocator(model, 1) { FramesAtOnce = some }.Decide(states);
            Assert.Equal(one.Gops.AsEnumerable(), decisions.Gops);
            Assert.Equal(one.Frames.AsEnumerable(), decisions.Frames);
        }
    }

    [Fact]
    public void A_request_without_mask_or_slices_is_refused()
    {
        using var model = SamplePolicy.Model(SamplePolicy.Document);
        var request = SampleClip.Request(Slices, Corner);
        var allocator = new PolicyAllocator(model, 0);
        Assert.Contains("no mask", Assert.Throws<ArgumentException>(() => allocator.Allocate(request with { Mask = null })).Message, StringComparison.Ordinal);
        Assert.Contains("no slices", Assert.Throws<ArgumentException>(() => allocator.Allocate(request with { Slices = null })).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, -2)]
    public void No_foreground_says_nothing_of_where_to_save_and_all_foreground_has_no_background(bool isForeground, int offset)
    {
        using var model = SamplePolicy.Model(SamplePolicy.Document);
        SamplePolicy.Favour(model.Network, "ctu", 2, 27);
        var mask = SampleClip.Mask(192, 128, Frames, (_, _, _) => isForeground);
        var map = new PolicyAllocator(model, 2).Allocate(SampleClip.Request(Slices, mask));
        Assert.All(Enumerable.Range(0, Frames), i => Assert.All(map.Offsets(i), o => Assert.Equal(offset, o)));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 4)]
    public void The_margin_of_the_policy_widens_the_foreground(int margin, int blocks)
    {
        using var model = SamplePolicy.Model(SamplePolicy.Document with { Margin = margin, Actions = new ActionSets([new FrameQpPair(30, 30)], [-1], [1], 0) });
        var map = new PolicyAllocator(model, 0).Allocate(SampleClip.Request(Slices, Corner));
        Assert.Equal(blocks, map.Offsets(0).Count(o => o == -1));
    }

    [Theory]
    [InlineData(64, 6)]
    [InlineData(32, 24)]
    [InlineData(16, 96)]
    public void Blocks_are_as_large_as_the_policy_says(int block, int blocks)
    {
        using var model = SamplePolicy.Model(SamplePolicy.Document with { Block = block });
        var map = new PolicyAllocator(model, 0).Allocate(SampleClip.Request(Slices, Corner));
        Assert.Equal((block, blocks), (map.BlockSize, map.BlocksPerFrame));
    }

    [Fact]
    public void One_slice_is_a_clip()
    {
        using var model = SamplePolicy.Model(SamplePolicy.Document);
        var map = new PolicyAllocator(model, 0).Allocate(SampleClip.Request(Slices.Clip(0, 1), Corner.Clip(0, 1)));
        Assert.Single(map.Frames);
        Assert.Equal("policy", new PolicyAllocator(model, 0).Name);
    }
}
