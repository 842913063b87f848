using DiagCodec.Evaluation.Bench.Methods;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Tests.Bench.Methods.Hevc;

public sealed class HevcSearchTests
{
    [Fact]
    public async Task A_minimum_that_nothing_keeps_is_told_with_the_best_there_is()
    {
        var setting = HevcCases.Setting("search", 0.9) with { Candidates = 5 };
        var judge = new Judge(_ => 0.25);
        var fault = await Assert.ThrowsAsync<UsageException>(() => PlanAsync(setting, judge));
        Assert.StartsWith("none of 5 trials keeps own Dice 0.9: the best, ", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith(", has 0.25; allow more candidates, or ask for less", fault.Message, StringComparison.Ordinal);
        Assert.Equal(5, judge.Plans.Count);
    }

    [Fact]
    public async Task What_trials_took_is_the_time_of_choosing_even_where_they_were_kept()
    {
        var judge = new Judge(_ => 1);
        var plan = await PlanAsync(HevcCases.Setting("search", 0.9) with { Candidates = 4 }, judge);
        Assert.InRange(plan.Allocation.TotalSeconds, 100 * judge.Plans.Count, (100 * judge.Plans.Count) + 60);
        Assert.Contains(plan.Identity, judge.Plans);
    }

    [Fact]
    public void A_search_says_what_it_depends_on()
    {
        var facts = HevcCases.Method(HevcCases.Setting("search", 0.9)).Facts;
        Assert.Equal((true, true, "own Dice"), (facts.AsksNetwork, facts.UsesMask, facts.Parameter));
        Assert.Equal("x265 fast, step GOP, cheapest of 24 trials that keeps own Dice", facts.Description);
        Assert.False(HevcCases.Method(HevcCases.Setting("roi")).Facts.AsksNetwork);
    }

    private static async Task<BenchPlan> PlanAsync(Evaluation.Bench.Experiments.MethodSetting setting, Judge judge) =>
        (await ((IPlannedMethod)HevcCases.Method(setting))
            .PlanAsync(HevcCases.Phantom() with { Judge = judge }, setting.Grid[0], CancellationToken.None)
            .WaitAsync(HevcCases.Watchdog))!;

    /// <summary>Encodes nothing: bytes and Dice are made up, the bytes falling with every plan.</summary>
    private sealed class Judge(Func<string, double> dice) : IBenchJudge
    {
        public List<string> Plans { get; } = [];

        public Task<BenchTrial> TryAsync(string plan, Func<Task<EncodedTrial>> encode, CancellationToken cancellation)
        {
            Plans.Add(plan);
            return Task.FromResult(new BenchTrial(100_000 / Plans.Count, new string('0', 64), dice(plan), 100));
        }
    }
}
