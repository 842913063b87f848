using DiagCodec.Allocation.Policies.Actions;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Allocation.Tests.Policies.Actions;

public sealed class GopLayoutTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(9, 1)]
    [InlineData(10, 2)]
    [InlineData(33, 4)]
    [InlineData(34, 5)]
    public void A_clip_is_an_I_frame_and_loops_of_eight(int frames, int gops) => Assert.Equal(gops, GopLayout.Gops(frames));

    [Fact]
    public void Key_frames_are_the_I_frame_and_every_eighth() =>
        Assert.Equal([0, 8, 16, 24, 32], Enumerable.Range(0, 33).Where(GopLayout.IsKey));

    [Fact]
    public void One_frame_is_a_GOP_of_its_own() =>
        Assert.Equal((1, 0, 0), (GopLayout.Gops(1), GopLayout.GopOf(0), GopLayout.FrameSeen(0, 1)));

    [Fact]
    public void The_agent_looks_at_key_frames_and_at_the_last_frame_of_a_short_loop() =>
        Assert.Equal([8, 16, 19], Enumerable.Range(0, GopLayout.Gops(20)).Select(g => GopLayout.FrameSeen(g, 20)));

    [Fact]
    public void Every_frame_belongs_to_a_GOP_and_every_GOP_sees_a_frame_of_its_own() =>
        Prop.ForAll<ushort>(number =>
        {
            var frames = 1 + (number % 2000);
            var gops = Enumerable.Range(0, frames).Select(GopLayout.GopOf).ToArray();
            Assert.Equal(Enumerable.Range(0, GopLayout.Gops(frames)), gops.Distinct());
            Assert.Equal(gops.Order(), gops);
            Assert.All(gops.Distinct(), g => Assert.Equal(g, GopLayout.GopOf(GopLayout.FrameSeen(g, frames))));
            Assert.All(gops.CountBy(g => g), g => Assert.InRange(g.Value, 1, g.Key == 0 ? GopLayout.Loop + 1 : GopLayout.Loop));
        }).QuickCheckThrowOnFailure();
}
