using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Mvmic;
using DiagCodec.LearnedCodecs.Tests.Orchestrated;
using DiagCodec.Segmentation.Network;
using DiagCodec.Segmentation.Train;
using DiagCodec.Segmentation.Train.Sampling;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Tests.Mvmic;

public sealed class MvmicRunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mvmicnet").FullName;

    private readonly MvmicPlan _plan = new(
        "toy",
        new CodecShape(CodecShape.Mvmic, 1, 8, 8),
        new MvmicOptions { Epochs = 2, StepsPerEpoch = 2, TuningEpochs = 2, Patches = new PatchOptions { Size = 64, Batch = 2 } },
        Toy.Cases(0, 3),
        Toy.Cases(3, 2),
        "toys");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("toy stage 1", 3)]
    [InlineData("toy stage 2", 3)]
    public void A_stopped_run_ends_with_the_weights_of_an_uninterrupted_one(string stage, int step)
    {
        var whole = Run("whole", null);
        Assert.Throws<OperationCanceledException>(() => Run("broken", (stage, step)));
        var resumed = Run("broken", null);
        Assert.Equal(whole.Codec, resumed.Codec);
        Assert.Equal(whole.Network, resumed.Network);
    }

    [Fact]
    public void Other_tuning_takes_a_finished_stage_one_as_it_is()
    {
        // Without validation the last network is kept.
        var plan = _plan with { Validation = [] };
        var first = Run("again", null, plan);
        Directory.Delete(Path.Combine(_folder, "again", "task"), recursive: true);
        using var network = Network();
        using var codec = new MvmicRun(plan with { Options = plan.Options with { TuningEpochs = 1, TuningRate = 1e-3 } }, CPU, TimeProvider.System).Run(
            Path.Combine(_folder, "again"), Task(network), null, _ => { }, new NoStep("toy stage 1"), default);
        Assert.Equal(first.Codec, Values(codec.parameters()));
        Assert.NotEqual(first.Network, Values(network.parameters()));
    }

    [Fact]
    public void Stage_one_ends_before_the_network_moves()
    {
        using var network = Network();
        var start = Values(network.parameters());
        var told = 0;
        using var codec = new MvmicRun(_plan with { Validation = [] }, CPU, TimeProvider.System).Run(
            _folder,
            Task(network),
            null,
            _ =>
            {
                told++;
                Assert.Equal(start, Values(network.parameters()));
            },
            null,
            default);
        Assert.Equal(1, told);
        Assert.NotEqual(start, Values(network.parameters()));
        Assert.Equal(3, File.ReadAllLines(Path.Combine(_folder, "codec", "learning-curve.csv")).Length);
        Assert.Equal(3, File.ReadAllLines(Path.Combine(_folder, "task", "learning-curve.csv")).Length);
    }

    [Fact]
    public void Slices_that_are_not_coded_have_neither_bits_nor_error()
    {
        using var network = Network();
        using var codec = _plan.Shape.Create();
        var evaluation = new MvmicEvaluation(_plan.Validation, 10, Task(network), CPU);
        var (plain, coded) = (evaluation.Score(null, default), evaluation.Score(codec, default));
        Assert.Equal((null, null), (plain.BitsPerPixel, plain.Psnr));
        Assert.True(coded is { BitsPerPixel: > 0, Psnr: > 0 and < 60 });
        Assert.Single(plain.Accuracy);
        Assert.Equal(["case3", "case4"], coded.Cases.Select(c => c.Name));
        Assert.Equal(coded.Cases.Average(c => c.Psnr), coded.Psnr);
    }

    [Fact]
    public void It_begins_with_the_weights_it_is_given()
    {
        using var network = Network();
        var first = new List<float[]>();
        var once = _plan with { Options = _plan.Options with { Epochs = 1, StepsPerEpoch = 1, TuningEpochs = 0, LearningRate = 1e-9 } };
        using var codec = new MvmicRun(once, CPU, TimeProvider.System).Run(
            _folder,
            Task(network),
            fresh =>
            {
                using var still = no_grad();
                fresh.parameters().First().fill_(0.25);
                first.Add(Values(fresh.parameters().Take(1)));
            },
            _ => { },
            null,
            default);
        Assert.All(Values(codec.parameters().Take(1)).Zip(first.Single()), p => Assert.Equal(p.First, p.Second, 1e-6));
    }

    [Theory]
    [InlineData(1e-4)]
    [InlineData(0.3)]
    public void Tuning_never_ends_with_a_network_that_does_worse_on_the_validation_cases(double rate)
    {
        using var network = Network();
        double? before = null;
        using var codec = new MvmicRun(_plan with { Options = _plan.Options with { TuningRate = rate } }, CPU, TimeProvider.System).Run(
            _folder, Task(network), null, trained => before = Dice(trained), null, default);
        Assert.True(Dice(codec) >= before, $"{before} to {Dice(codec)}");

        double? Dice(HyperpriorCodec trained) => new MvmicEvaluation(_plan.Validation, 40, Task(network), CPU).Score(trained, default).Accuracy.Average();
    }

    private (float[] Codec, float[] Network) Run(string name, (string Stage, int Step)? stop, MvmicPlan? plan = null)
    {
        using var source = new CancellationTokenSource();
        using var network = Network();
        using var codec = new MvmicRun(plan ?? _plan, CPU, TimeProvider.System).Run(
            Path.Combine(_folder, name), Task(network), null, _ => { }, stop is { } at ? new StopAt(at, source) : null, source.Token);
        return (Values(codec.parameters()), Values(network.parameters()));
    }

    private static SegmentationTask Task(UNet2d network) => new(network, ["square"], 4);

    private static UNet2d Network()
    {
        manual_seed(9);
        return new UNet2d(1, 2, [8, 16], 4);
    }

    private static float[] Values(IEnumerable<Tensor> parameters) => [.. parameters.SelectMany(p => p.data<float>().ToArray())];

    private sealed class NoStep(string stage) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => Assert.NotEqual(stage, value.Run);
    }

    private sealed class StopAt((string Stage, int Step) at, CancellationTokenSource source) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if ((value.Run, value.Step) == at)
            {
                source.Cancel();
            }
        }
    }
}
