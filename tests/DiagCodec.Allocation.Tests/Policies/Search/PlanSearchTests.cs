using System.Collections.Immutable;
using DiagCodec.Allocation.Policies.Search;
using DiagCodec.Coding;
using DiagCodec.Coding.Plans;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Allocation.Tests.Policies.Search;

public sealed class PlanSearchTests
{
    private const double Minimum = 0.95;

    private static readonly string[] Names = ["a", "b", "c", "d"];

    private static readonly ImmutableArray<PlanFamily> Families =
        [.. Names.Select((name, i) => Landscape.Family(name, i, 30, [.. Enumerable.Range(0, 52)]))];

    [Fact]
    public async Task The_cheapest_that_keeps_the_minimum_is_found_wherever_it_lies()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var (landscape, best) = Random(seed);
            var result = await landscape.SearchAsync(Families, 60, Minimum);
            Assert.Equal((true, best), (result.Keeps, result.Best.VideoBytes));
            Assert.InRange(result.Best.OwnDice, Minimum, 1);
        }
    }

    [Fact]
    public async Task Ten_encodes_come_near_it()
    {
        var costs = new List<double>();
        for (var seed = 0; seed < 100; seed++)
        {
            var (landscape, best) = Random(seed);
            var result = await landscape.SearchAsync(Families, 10, Minimum);
            Assert.InRange(result.Trials.Length, 1, 10);
            costs.Add(result.Keeps ? (double)result.Best.VideoBytes / best : double.PositiveInfinity);
        }

        costs.Sort();
        Assert.InRange(costs[50], 1, 1.05);
        Assert.InRange(costs[95], 1, 1.3);
    }

    [Fact]
    public async Task Where_none_keeps_the_minimum_the_highest_Dice_is_said()
    {
        var landscape = new Landscape(p => (1000 - p.BaseQp, p.Allocator == "c" ? 0.9 - (0.01 * p.BaseQp) : 0.5 - (0.005 * p.BaseQp)));
        var result = await landscape.SearchAsync(Families, 60, Minimum);
        Assert.Equal((false, "c at QP 0"), (result.Keeps, result.Best.Candidate.Name));
        Assert.Equal(0.9, result.Best.OwnDice, 3);
    }

    [Fact]
    public async Task A_small_budget_is_kept_and_the_first_family_begins_it()
    {
        var (landscape, _) = Random(1);
        var result = await landscape.SearchAsync(Families, 2, Minimum);
        Assert.Equal((2, "a at QP 30"), (result.Trials.Length, result.Trials[0].Candidate.Name));
    }

    [Fact]
    public async Task Maps_that_are_equal_are_encoded_once()
    {
        var (landscape, _) = Random(2);
        ImmutableArray<PlanFamily> twice = [.. Families, .. Names.Select((name, i) => Landscape.Family($"{name} again", i, 5, [.. Enumerable.Range(0, 52)]))];
        var once = await landscape.SearchAsync(Families, 200, Minimum);
        landscape.Encoded.Clear();
        var result = await landscape.SearchAsync(twice, 200, Minimum);
        Assert.Equal(landscape.Encoded.Count, landscape.Encoded.Distinct().Count());
        Assert.Equal(once.Trials.AsEnumerable(), result.Trials);
    }

    [Fact]
    public async Task Searches_that_share_a_judge_encode_no_map_twice_and_find_the_same()
    {
        var (landscape, _) = Random(3);
        var judge = new PlanJudge(Landscape.Prepared, Landscape.Own, Landscape.Segment, landscape);
        foreach (var minimum in (double[])[0.8, 0.9, 0.95, 0.99])
        {
            var options = new PlanSearchOptions { MostTrials = 20, MinimumDice = minimum };
            var shared = await new PlanSearch(judge, options).RunAsync(Families, CancellationToken.None);
            var (alone, _) = Random(3);
            Assert.Equal((await alone.SearchAsync(Families, 20, minimum)).Trials.AsEnumerable(), shared.Trials);
        }

        Assert.Equal(landscape.Encoded.Count, landscape.Encoded.Distinct().Count());
    }

    [Fact]
    public async Task The_same_search_twice_tries_the_same()
    {
        var (first, _) = Random(4);
        var (second, _) = Random(4);
        var (a, b) = (await first.SearchAsync(Families, 15, Minimum), await second.SearchAsync(Families, 15, Minimum));
        Assert.Equal(a.Trials.AsEnumerable(), b.Trials);
        Assert.Equal((a.Winner, a.Keeps), (b.Winner, b.Keeps));
    }

    [Fact]
    public async Task A_Dice_that_does_not_fall_evenly_ends_at_a_plan_that_keeps_the_minimum()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var noise = new Random(seed);
            var drawn = Enumerable.Range(0, 4 * 52).Select(_ => 0.03 * (noise.NextDouble() - 0.5)).ToArray();
            var landscape = new Landscape(p => (Bytes(p.BaseQp, 1), Math.Clamp(1.1 - (0.008 * p.BaseQp) + drawn[(52 * Array.IndexOf(Names, p.Allocator)) + p.BaseQp], 0, 1)));
            var result = await landscape.SearchAsync(Families, 40, Minimum);
            Assert.True(result.Keeps && result.Best.OwnDice >= Minimum);
            Assert.Equal(result.Trials.Where(t => t.OwnDice >= Minimum).Min(t => t.VideoBytes), result.Best.VideoBytes);
        }
    }

    [Fact]
    public async Task A_cancelled_search_ends_and_leaves_no_folder()
    {
        using var source = new CancellationTokenSource();
        var calls = 0;
        var landscape = new Landscape(p => (Bytes(p.BaseQp, 1), 0.5))
        {
            OnEncode = () =>
            {
                if (++calls == 3)
                {
                    source.Cancel();
                }
            },
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => landscape.SearchAsync(Families, 20, Minimum, source.Token));
        Assert.Equal(2, landscape.Encoded.Count);
        Assert.All(landscape.WorkFolders, f => Assert.False(Directory.Exists(f)));
    }

    [Fact]
    public async Task Progress_counts_the_trials()
    {
        var told = new List<CodingProgress>();
        var (landscape, _) = Random(5);
        var judge = new PlanJudge(Landscape.Prepared, Landscape.Own, Landscape.Segment, landscape);
        await new PlanSearch(judge, new PlanSearchOptions { MostTrials = 4 }) { Progress = new Collect(told) }.RunAsync(Families, CancellationToken.None);
        Assert.Equal([(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)], told.Select(t => (t.Done, t.Total)));
    }

    [Theory]
    [InlineData(1, 0.9, "--search 1")]
    [InlineData(201, 0.9, "--search 201")]
    [InlineData(10, 0, "--min-dice 0")]
    [InlineData(10, 1.01, "--min-dice 1.01")]
    [InlineData(10, double.NaN, "--min-dice NaN")]
    public void Options_out_of_range_are_refused(int most, double minimum, string words)
    {
        var fault = Assert.Throws<UsageException>(() => new PlanSearchOptions { MostTrials = most, MinimumDice = minimum }.Validate());
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }

    /// <summary>Curves as real ones are: bits halve every 4 to 8 QPs, Dice falls ever faster; families differ in both.</summary>
    /// <returns>The landscape, and the fewest bytes that keep the minimum.</returns>
    private static (Landscape Landscape, long Best) Random(int seed)
    {
        var random = new Random(seed);
        var curves = Names.ToDictionary(n => n, _ => (Cost: 0.5 + random.NextDouble(), Knee: 20 + (20 * random.NextDouble()), Steep: 0.1 + (0.3 * random.NextDouble())));
        var landscape = new Landscape(Of);
        var best = Families.SelectMany(f => f.Candidates).Select(c => Of(c.Plan)).Where(v => v.Dice >= Minimum + 1e-4).Min(v => v.Bytes);
        return (landscape, best);

        // Dice is told by whole voxels, so nothing may lie on the edge of the minimum.
        (long Bytes, double Dice) Of(CodingPlan plan)
        {
            var (cost, knee, steep) = curves[plan.Allocator];
            var dice = 1 - Math.Min(0.9, 0.05 * Math.Exp(steep * (plan.BaseQp - knee)));
            return (Bytes(plan.BaseQp, cost), Math.Abs(dice - Minimum) < 1e-3 ? Minimum + (dice >= Minimum ? 1e-3 : -1e-3) : dice);
        }
    }

    private static long Bytes(int qp, double cost) => (long)(cost * 1e6 * Math.Exp(-0.12 * qp));

    private sealed class Collect(List<CodingProgress> told) : IProgress<CodingProgress>
    {
        public void Report(CodingProgress value) => told.Add(value);
    }
}
