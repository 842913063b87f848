using DiagCodec.Allocation.Policies.Actions;
using DiagCodec.Imaging.Faults;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Allocation.Tests.Policies.Actions;

public sealed class ActionSetsTests
{
    private static readonly ActionSets Small = new([new FrameQpPair(30, 34)], [-1], [2], -2);

    public static TheoryData<ActionSets, string> Faulty => new()
    {
        { Small with { FramePairs = [] }, "frame pairs" },
        { Small with { FramePairs = default }, "frame pairs" },
        { Small with { FramePairs = [new(30, 34), new(30, 34)] }, "frame pairs: expected different ones" },
        { Small with { FramePairs = [new(30, 52)] }, "frame pairs: expected QPs of 0 to 51" },
        { Small with { FramePairs = [new(-1, 30)] }, "frame pairs: expected QPs of 0 to 51" },
        { Small with { ForegroundOffsets = [] }, "foreground offsets" },
        { Small with { ForegroundOffsets = [1] }, "foreground offsets: expected -51 to 0" },
        { Small with { ForegroundOffsets = [-52] }, "foreground offsets: expected -51 to 0" },
        { Small with { ForegroundOffsets = [-1, -1] }, "foreground offsets: expected different ones" },
        { Small with { BackgroundOffsets = default }, "background offsets" },
        { Small with { BackgroundOffsets = [-1] }, "background offsets: expected 0 to 51" },
        { Small with { BackgroundOffsets = [52] }, "background offsets: expected 0 to 51" },
        { Small with { BackgroundOffsets = [3, 3] }, "background offsets: expected different ones" },
        { Small with { FirstOffset = 1 }, "first offset: expected -51 to 0" },
        { Small with { FirstOffset = -52 }, "first offset: expected -51 to 0" },
    };

    /// <summary>At key QP 33, which is HM's base QP 32, HM's own table has 40 for the other frames and 31 for the I frame.</summary>
    [Fact]
    public void The_pyramid_has_the_QPs_of_HM()
    {
        (int, int)[] expected = [(15, 19), (18, 22), (21, 25), (24, 29), (27, 33), (30, 36), (33, 40), (36, 43), (39, 46), (42, 49)];
        Assert.Equal(expected, ActionSets.Pyramid.FramePairs.Select(p => (p.Key, p.Other)));
        Assert.Equal((31, 40, 33), (ActionSets.Pyramid.FrameQp(6, 0), ActionSets.Pyramid.FrameQp(6, 1), ActionSets.Pyramid.FrameQp(6, 8)));
    }

    [Fact]
    public void The_step_has_one_QP_for_all_P_frames_and_three_less_for_the_I_frame()
    {
        Assert.Equal([15, 18, 21, 24, 27, 30, 33, 36, 39, 42], ActionSets.Step.FramePairs.Select(p => p.Key));
        Assert.All(ActionSets.Step.FramePairs, p => Assert.Equal(p.Key, p.Other));
        Assert.Equal((12, 15, 15), (ActionSets.Step.FrameQp(0, 0), ActionSets.Step.FrameQp(0, 3), ActionSets.Step.FrameQp(0, 16)));
    }

    [Fact]
    public void Both_sets_have_10_and_100_actions_and_offsets_up_to_9()
    {
        foreach (var sets in (ActionSets[])[ActionSets.Pyramid, ActionSets.Step])
        {
            sets.Validate();
            Assert.Equal((10, 100), (sets.FrameActions, sets.CtuActions));
            Assert.Equal([0, -1, -2, -3, -4, -5, -6, -7, -8, -9], sets.ForegroundOffsets.AsEnumerable());
            Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], sets.BackgroundOffsets.AsEnumerable());
            Assert.Equal((new CtuOffsets(0, 0), new CtuOffsets(-2, 7), new CtuOffsets(-9, 9)), (sets.Ctu(0), sets.Ctu(27), sets.Ctu(99)));
        }
    }

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_set_out_of_range_is_refused(ActionSets sets, string told) =>
        Assert.Contains(told, Assert.Throws<UsageException>(sets.Validate).Message, StringComparison.Ordinal);

    [Fact]
    public void All_faults_are_named_together()
    {
        var message = Assert.Throws<UsageException>((Small with { FramePairs = [new(99, 0)], BackgroundOffsets = [-3], FirstOffset = 9 }).Validate).Message;
        Assert.All((string[])["frame pairs", "background offsets", "first offset"], w => Assert.Contains(w, message, StringComparison.Ordinal));
    }

    [Fact]
    public void Sets_are_equal_by_their_values()
    {
        var same = new ActionSets([.. ActionSets.Step.FramePairs], [.. ActionSets.Step.ForegroundOffsets], [.. ActionSets.Step.BackgroundOffsets], -3);
        Assert.Equal(ActionSets.Step, same);
        Assert.Equal(ActionSets.Step.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(ActionSets.Step, ActionSets.Pyramid);
        Assert.NotEqual(ActionSets.Step, same with { FirstOffset = -2 });
    }

    [Fact]
    public void Frame_QPs_never_leave_0_to_51() =>
        Prop.ForAll<byte, byte, byte>((key, other, first) =>
        {
            var sets = Small with { FramePairs = [new FrameQpPair(key % 52, other % 52)], FirstOffset = -(first % 52) };
            sets.Validate();
            Assert.All(Enumerable.Range(0, 20), frame => Assert.InRange(sets.FrameQp(0, frame), 0, 51));
            Assert.Equal((Math.Max(0, (key % 52) - (first % 52)), other % 52, key % 52), (sets.FrameQp(0, 0), sets.FrameQp(0, 7), sets.FrameQp(0, 8)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void CTU_actions_are_all_pairs_of_offsets_once_each() =>
        Prop.ForAll<byte, byte>((foreground, background) =>
        {
            var sets = Small with
            {
                ForegroundOffsets = [.. Enumerable.Range(0, 1 + (foreground % 52)).Select(i => -i)],
                BackgroundOffsets = [.. Enumerable.Range(0, 1 + (background % 52))],
            };
            sets.Validate();
            var pairs = Enumerable.Range(0, sets.CtuActions).Select(sets.Ctu).ToHashSet();
            Assert.Equal(sets.ForegroundOffsets.Length * sets.BackgroundOffsets.Length, pairs.Count);
            Assert.All(pairs, p => Assert.True(sets.ForegroundOffsets.Contains(p.Foreground) && sets.BackgroundOffsets.Contains(p.Background)));
        }).QuickCheckThrowOnFailure();
}
