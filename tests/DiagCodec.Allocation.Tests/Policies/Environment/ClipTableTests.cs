using System.Collections.Immutable;
using DiagCodec.Allocation.Policies.Actions;
using DiagCodec.Allocation.Policies.Environment;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Allocation.Tests.Policies.Environment;

public sealed class ClipTableTests
{
    [Fact]
    public void What_was_coded_comes_back_exactly()
    {
        var table = Tables.Make();
        foreach (var (span, figures) in table.Plans)
        {
            for (var t = 0; t < table.Frames; t++)
            {
                Assert.Equal(figures.Bits[t], table.Bits(t, span.Foreground, span.Background), 6);
                Assert.Equal(figures.OwnErrors[t], table.OwnErrors(t, span.Foreground, span.Background), 6);
                Assert.Equal(figures.TruthErrors[t], table.TruthErrors(t, span.Foreground, span.Background), 6);
            }
        }
    }

    [Fact]
    public void Between_coded_QPs_bits_are_geometric_and_errors_arithmetic_means()
    {
        var table = Tables.Make();
        var (low, high) = (table.Plans[new QpSpan(18, 18)], table.Plans[new QpSpan(24, 24)]);
        Assert.Equal(Math.Sqrt(low.Bits[1] * (double)high.Bits[1]), table.Bits(1, 21, 21), 6);
        Assert.Equal((low.OwnErrors[1] + high.OwnErrors[1]) / 2.0, table.OwnErrors(1, 21, 21), 6);
    }

    [Fact]
    public void Below_the_finest_QP_bits_go_on_rising_and_errors_do_not()
    {
        var table = Tables.Make();
        Assert.True(table.Bits(0, 6, 6) > table.Bits(0, 12, 12));
        Assert.Equal(table.OwnErrors(0, 12, 12), table.OwnErrors(0, 6, 6), 9);
    }

    [Fact]
    public void Coarser_QPs_never_take_more_bits() => Prop.ForAll(
        Gen.Choose(0, 51).Two().ToArbitrary(),
        pair =>
        {
            var table = Tables.Make();
            var (f, b) = (Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2));
            return table.Bits(1, f, b) <= table.Bits(1, Math.Max(0, f - 1), b) + 1e-6 && table.Bits(1, f, b) <= table.Bits(1, f, Math.Max(f, b - 1)) + 1e-6;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Bits_count_relative_to_the_anchor_and_distortions_are_the_clips_share()
    {
        var table = Tables.Make();
        var options = new RewardOptions { AnchorQp = 30, Shifts = [0] };
        var actions = ActionTable.Of(table, ActionSets.Step, options, 51);
        var neutral = Enumerable.Range(0, 100).Single(c => ActionSets.Step.Ctu(c) is { Foreground: 0, Background: 0 });
        var at30 = ActionSets.Step.FramePairs.IndexOf(new FrameQpPair(30, 30));
        Assert.Equal(1, Enumerable.Range(0, table.Frames).Average(t => actions.Bits(t, at30, neutral)), 5);
        var figures = table.Plans[new QpSpan(30, 30)];
        Assert.Equal(figures.OwnErrors.Sum() / (2.0 * table.OwnVoxels), Enumerable.Range(0, table.Frames).Average(t => actions.Distortion(t, at30, neutral)), 5);
    }

    [Fact]
    public void Against_the_truth_only_what_coding_adds_counts()
    {
        var table = Tables.Make();
        var options = new RewardOptions { Reference = AccuracyReference.Truth, Shifts = [0] };
        var actions = ActionTable.Of(table, ActionSets.Step, options, 51);
        var neutral = Enumerable.Range(0, 100).Single(c => ActionSets.Step.Ctu(c) is { Foreground: 0, Background: 0 });
        var at30 = ActionSets.Step.FramePairs.IndexOf(new FrameQpPair(30, 30));
        var added = table.Plans[new QpSpan(30, 30)].TruthErrors.Zip(table.Uncoded, (e, u) => e - u).Sum();
        Assert.Equal(added / (2.0 * table.TruthVoxels), Enumerable.Range(0, table.Frames).Average(t => actions.Distortion(t, at30, neutral)), 5);
    }

    [Fact]
    public void The_best_single_action_is_found_by_trying_all()
    {
        var table = ActionTable.Of("a", 3, ActionSets.Step, (_, a, c) => (a == 4 && c == 57 ? 0.5 : 1 + (0.01 * a), 0.1));
        Assert.Equal((4, 57), (table.BestSingle(1).FrameAction, table.BestSingle(1).CtuAction));
        Assert.Equal(-0.6, table.BestSingle(1).Return, 5);
        Assert.Equal(table.BestSingle(1).Return, table.Return(PolicyDecisions.Single(4, 57, 3), 1), 9);
    }

    [Fact]
    public void A_sound_table_has_no_faults() => Assert.Empty(EnvironmentCheck.Faults(Tables.Make()));

    [Fact]
    public void An_environment_that_teaches_nothing_is_told()
    {
        var flat = Tables.Make(error: _ => 5);
        Assert.Contains(EnvironmentCheck.Faults(flat), f => f.Contains("nothing to learn", StringComparison.Ordinal));
        var empty = Tables.Make(ownVoxels: 0);
        Assert.Contains(EnvironmentCheck.Faults(empty), f => f.Contains("finds nothing", StringComparison.Ordinal));
        var dear = Tables.Make(bits: qp => 1000);
        Assert.Contains(EnvironmentCheck.Faults(dear), f => f.Contains("as many bits", StringComparison.Ordinal));
    }

    [Fact]
    public void The_grid_has_no_plan_twice_and_none_that_cannot_be_coded()
    {
        foreach (var (depth, highest) in ((int, int)[])[(8, 51), (12, 49)])
        {
            var grid = CodedGrid.Of(depth);
            Assert.Equal(grid.Length, grid.Distinct().Count());
            Assert.All(grid, s => Assert.InRange(s.Background, s.Foreground, highest));
            Assert.Contains(grid, s => s.Foreground == s.Background);
        }
    }

    [Fact]
    public void A_broken_file_of_figures_is_made_again()
    {
        var folder = Directory.CreateTempSubdirectory("policy-tables-");
        try
        {
            var store = new ClipTableStore(folder.FullName);
            var key = ClipTableStore.Key("a", "b");
            Assert.Null(store.Read(key));
            var figures = new PlanFigures([100, 50], [3, 4], [5, 6]);
            store.Write(key, figures);
            var read = store.Read(key)!;
            Assert.Equal(figures.Bits.AsEnumerable(), read.Bits);
            Assert.Equal(figures.OwnErrors.AsEnumerable(), read.OwnErrors);
            Assert.Equal(figures.TruthErrors.AsEnumerable(), read.TruthErrors);
            File.WriteAllText(folder.GetFiles().Single().FullName, "{\"Bits\": [1,");
            Assert.Null(store.Read(key));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Keys_of_other_parts_differ()
    {
        Assert.NotEqual(ClipTableStore.Key("a", "b"), ClipTableStore.Key("ab", ""));
        Assert.NotEqual(ClipTableStore.Key("a", "b"), ClipTableStore.Key("b", "a"));
    }
}
