using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Allocation.Policies.Training;
using DiagCodec.Imaging.Faults;
using static TorchSharp.torch;

namespace DiagCodec.Allocation.Tests.Policies.Training;

public sealed class PolicyTrainingRunTests : IDisposable
{
    private static readonly A2cOptions Options = new() { Iterations = 20, ValidateEvery = 5 };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policy-run-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(TuningStrategy.A2c, 7)]
    [InlineData(TuningStrategy.A2c, 15)]
    [InlineData(TuningStrategy.AdapterV1A2c, 12)]
    public void A_run_that_was_cut_off_ends_with_the_bytes_of_one_that_was_not(TuningStrategy strategy, int cut)
    {
        using var whole = Bandit.Network(strategy.Parts() & AgentParts.Adapters);
        var curve = Run(strategy).Run(whole, Place("whole"), null, default);

        using var stop = new CancellationTokenSource();
        using (var first = Bandit.Network(strategy.Parts() & AgentParts.Adapters))
        {
            Assert.Throws<OperationCanceledException>(() => Run(strategy).Run(first, Place("cut"), new StopAt(cut, stop), stop.Token));
        }

        using var second = Bandit.Network(strategy.Parts() & AgentParts.Adapters);
        var resumed = Run(strategy).Run(second, Place("cut"), null, default);
        Assert.Equal(curve.Select(r => (r.Iteration, r.Score)), resumed.Select(r => (r.Iteration, r.Score)));
        Assert.Equal(SamplePolicy.Values(whole), SamplePolicy.Values(second));
    }

    [Fact]
    public void The_weights_of_the_best_validation_are_kept()
    {
        using var network = Bandit.Network();
        var plan = Bandit.Plan(TuningStrategy.A2c.Parts(), Options);
        var curve = new PolicyTrainingRun(plan, CPU).Run(network, Place("best"), null, default);
        Assert.Equal([0, 5, 10, 15, 20], curve.Select(r => r.Iteration));
        var best = PolicyTrainingRun.Best(curve);
        using var trainer = new A2cTrainer(network, plan.Weights, AgentParts.None, plan.Training, Options, CPU);
        var episode = plan.Validation[0];
        Assert.Equal(best.Score, PolicyScore.Of(episode.Table, trainer.Decide(episode), plan.Weights, plan.BestSingle["b"]), 9);
    }

    [Fact]
    public void A_folder_of_another_run_is_refused()
    {
        using var network = Bandit.Network();
        Run(TuningStrategy.A2c).Run(network, Place("other"), null, default);
        var other = Bandit.Plan(TuningStrategy.A2c.Parts(), Options) with { Hash = new string('2', 64) };
        Assert.Throws<InvalidInputException>(() => new PolicyTrainingRun(other, CPU).Run(network, Place("other"), null, default));
    }

    [Fact]
    public void A_broken_curve_is_refused_with_its_name()
    {
        File.WriteAllText(Place("curve.csv"), "iteration,loss,training_score,validation_score\n1,2\n");
        Assert.Contains("curve.csv", Assert.Throws<InvalidInputException>(() => PolicyCurveFile.Read(Place("curve.csv"), 10)).Message, StringComparison.Ordinal);
    }

    private static PolicyTrainingRun Run(TuningStrategy strategy) => new(Bandit.Plan(strategy.Parts(), Options), CPU);

    private string Place(string name) => Path.Combine(_folder.FullName, name);

    private sealed class StopAt(int iteration, CancellationTokenSource stop) : IProgress<PolicyTrainingProgress>
    {
        public void Report(PolicyTrainingProgress value)
        {
            if (value.Iteration == iteration)
            {
                stop.Cancel();
            }
        }
    }
}
