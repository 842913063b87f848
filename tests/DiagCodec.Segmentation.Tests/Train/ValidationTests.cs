using DiagCodec.Segmentation.Infer;
using DiagCodec.Segmentation.Network;
using DiagCodec.Segmentation.Tests.Support;
using DiagCodec.Segmentation.Train;
using DiagCodec.Segmentation.Train.Data;
using static TorchSharp.torch;

namespace DiagCodec.Segmentation.Tests.Train;

public sealed class ValidationTests : IDisposable
{
    /// <summary>Says class 1 of three everywhere: the Dice of a slice tells whether it was looked at.</summary>
    private readonly UNet2d _network = Weights.Constant(1, [8, 16], 0, 1, 0);

    public void Dispose() => _network.Dispose();

    /// <summary>The middles of equal runs: of 10 slices in three, slices 10/6, 30/6 and 50/6 rounded down.</summary>
    [Theory]
    [InlineData(10, 3, new[] { 1, 5, 8 })]
    [InlineData(10, 1, new[] { 5 })]
    [InlineData(1, 4, new[] { 0 })]
    [InlineData(4, 60, new[] { 0, 1, 2, 3 })]
    [InlineData(5, 2, new[] { 1, 3 })]
    public void Slices_are_spread_evenly(int slices, int wanted, int[] looked)
    {
        Assert.Equal(1, Score(wanted, Case(slices, looked))[0]!.Value, 12);
        foreach (var missing in looked)
        {
            var dice = Score(wanted, Case(slices, [.. looked.Where(z => z != missing)]))[0];
            Assert.Equal(looked.Length == 1 ? 0 : 2.0 * (looked.Length - 1) / ((2 * looked.Length) - 1), dice!.Value, 12);
        }
    }

    [Fact]
    public void Every_case_has_one_slice_at_least_and_all_weigh_alike()
    {
        // One slice each: the middle ones, of which two of three are foreground.
        var score = Score(2, Case(5, [2]), Case(9, [4]), Case(3, [0, 2]));
        Assert.Equal(2.0 / 3, score[0]!.Value, 12);

        // 7 slices for 3 cases are 2 each.
        Assert.Equal(1, Score(7, Case(4, [1, 3]), Case(4, [1, 3]), Case(4, [1, 3]))[0]!.Value, 12);
    }

    [Fact]
    public void A_class_that_is_nowhere_has_no_score()
    {
        var score = Score(10, Case(2, [0, 1]));
        Assert.Equal([1.0, null], score.AsEnumerable());
    }

    [Fact]
    public void A_class_that_is_never_found_scores_nothing()
    {
        var volume = Planes.Volume(4, 4, 1, (_, _, _) => 0, (x, _, _) => x < 2 ? 2 : 1);
        var score = Score(10, new TrainingCase("a", volume, []));

        // Class 1: 8 of 16 found in 16 predicted.
        Assert.Equal([16.0 / 24, 0.0], score.AsEnumerable());
    }

    [Fact]
    public void A_find_where_nothing_is_scores_nothing_too() => Assert.Equal(0.5, Score(10, Case(2, [0, 1]), Case(2, []))[0]!.Value, 12);

    [Fact]
    public void Without_cases_there_is_no_score() => Assert.Equal([null, null], Score(10).AsEnumerable());

    [Fact]
    public void Cancelling_ends_it()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(
            () => new Validation([Case(2, [])], 2).Score(new NetworkPass(_network, CPU, TileOptions.Default), source.Token));
    }

    /// <summary>Whole slices of class 1 where said.</summary>
    private static TrainingCase Case(int slices, int[] foreground) =>
        new("a", Planes.Volume(4, 4, slices, (_, _, _) => 0, (_, _, z) => foreground.Contains(z) ? 1 : 0), []);

    private System.Collections.Immutable.ImmutableArray<double?> Score(int slices, params TrainingCase[] cases) =>
        new Validation([.. cases], slices).Score(new NetworkPass(_network, CPU, TileOptions.Default), default);
}
