using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Bench.Run;
using DiagCodec.Evaluation.Tests.Bench.Methods.Hevc;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Tests.Bench.Run;

/// <summary>The experiments of the repository that need policies, with policies by the names that they use.</summary>
public sealed class PolicyExperimentTests : IDisposable
{
    private readonly FreshFolder _policies = new();

    public void Dispose() => _policies.Dispose();

    [Theory]
    [InlineData("dmic-table-1")]
    [InlineData("dmic-table-2")]
    [InlineData("dmic-table-3")]
    [InlineData("dmic-table-4")]
    [InlineData("figure-1")]
    public async Task An_experiment_of_the_papers_opens_and_says_what_it_would_take(string name)
    {
        var path = PathOf(name);
        Write(ExperimentFile.Read(path));
        var setup = await OpenAsync(path);
        Assert.Equal(setup.Experiment.Methods.Length, setup.Methods.Length);
        var estimate = await BenchRun.EstimateAsync(setup, new BenchOptions { Workers = 1 }, Path.Combine(_policies.Path, "nowhere"), CancellationToken.None);
        Assert.Equal(estimate.Points, estimate.Missing);
        Assert.Equal(setup.Cases.Length * setup.Experiment.Methods.Sum(m => m.Grid.Length), estimate.Points);
    }

    [Fact]
    public async Task A_missing_policy_is_told_with_experiment_method_and_place()
    {
        var path = PathOf("dmic-table-2");
        var fault = await Assert.ThrowsAsync<InvalidInputException>(() => OpenAsync(path));
        Assert.Contains("dmic-table-2.json: method full 5 shots: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains("phantom-full-5: expected a policy folder with policy.json, found none", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_without_a_trade_off_of_the_grid_is_told_once_with_its_method()
    {
        TestPolicy.Write(Path.Combine(_policies.Path, "policy-coronary-cta"), TestPolicy.One);
        var fault = await Assert.ThrowsAsync<InvalidInputException>(() => OpenAsync(PathOf("dmic-table-4")));
        Assert.EndsWith("dmic-table-4.json: method a2c 1 shot: trade-off 1: policy policy-coronary-cta has 0 4 100; trade-off 16: policy policy-coronary-cta has 0 4 100; trade-off 64: policy policy-coronary-cta has 0 4 100", fault.Message, StringComparison.Ordinal);
    }

    private Task<BenchSetup> OpenAsync(string path) =>
        BenchPreparation.OpenAsync(path, new BenchOverrides { Policies = _policies.Path }, "diagcodec 0", _ => { }, CancellationToken.None);

    private void Write(Experiment experiment)
    {
        foreach (var policy in experiment.Methods.Select(m => m.Policy).OfType<string>().Distinct())
        {
            TestPolicy.Write(Path.Combine(_policies.Path, policy), TestPolicy.One, d => d with { Tradeoffs = [0, 1, 2, 4, 8, 16, 32, 64, 100] });
        }
    }

    private static string PathOf(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "DiagCodec.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "data", "experiments", $"{name}.json");
    }
}
