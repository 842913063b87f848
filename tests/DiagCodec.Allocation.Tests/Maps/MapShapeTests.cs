using DiagCodec.Allocation.Maps;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Allocation.Tests.Maps;

public sealed class MapShapeTests
{
    [Theory]
    [InlineData("linear", 0.25, 0.25)]
    [InlineData("linear", 0.5, 0.5)]
    [InlineData("square", 0.25, 0.0625)]
    [InlineData("square", 0.5, 0.25)]
    [InlineData("sqrt", 0.25, 0.5)]
    [InlineData("sqrt", 0.5, 0.70710678)]
    [InlineData("exponential", 0.25, 0.03205860)]
    [InlineData("exponential", 0.5, 0.11920292)]
    [InlineData("log", 0.25, 0.66679902)]
    [InlineData("log", 0.5, 0.83125069)]
    public void Values_are_those_worked_out_by_hand(string name, double share, double expected) =>
        Assert.Equal(expected, Named(name).Of(share), 6);

    [Fact]
    public void Every_shape_runs_from_0_to_1_and_never_falls() =>
        Prop.ForAll<ushort, ushort>((a, b) =>
        {
            var (low, high) = (Math.Min(a, b) / 65535.0, Math.Max(a, b) / 65535.0);
            Assert.All(MapShape.All, s => Assert.InRange(s.Of(low), 0, s.Of(high)));
            Assert.All(MapShape.All, s => Assert.Equal((0, 1), (s.Of(0), Math.Round(s.Of(1), 12))));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("square", "sqrt")]
    [InlineData("exponential", "log")]
    public void Two_pairs_undo_each_other(string one, string other) =>
        Prop.ForAll<ushort>(n => Assert.Equal(n / 65535.0, Named(one).Of(Named(other).Of(n / 65535.0)), 9)).QuickCheckThrowOnFailure();

    private static MapShape Named(string name) => MapShape.All.Single(s => s.Name == name);
}
