using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Entropy;
using DiagCodec.LearnedCodecs.Orchestrated;
using DiagCodec.LearnedCodecs.Orchestrated.Code;
using DiagCodec.LearnedCodecs.Orchestrated.Train;
using DiagCodec.Segmentation.Train;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Tests.Orchestrated;

public sealed class OrchestratedRunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("orchestrated").FullName;

    private readonly OrchestratedPlan _plan = new(
        "toy", OrchestratedDesign.D4, Toy.Layout, Toy.Options with { Epochs = 2, StepsPerEpoch = 3 }, ["square"], Toy.Cases(0, 4), Toy.Cases(4, 2), "toys");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_stopped_run_ends_with_the_weights_of_an_uninterrupted_one()
    {
        using var whole = new OrchestratedRun(_plan, CPU, TimeProvider.System).Run(Path.Combine(_folder, "whole"), null, default);
        using var stop = new CancellationTokenSource();
        var broken = new OrchestratedRun(_plan, CPU, TimeProvider.System);
        Assert.Throws<OperationCanceledException>(() => broken.Run(Path.Combine(_folder, "broken"), new StopAt(4, stop), stop.Token));
        using var resumed = broken.Run(Path.Combine(_folder, "broken"), null, default);
        Assert.Equal(Values(whole), Values(resumed));
        Assert.Equal(3, File.ReadAllLines(Path.Combine(_folder, "broken", "learning-curve.csv")).Length);
    }

    [Fact]
    public void Another_plan_does_not_go_on()
    {
        var once = _plan with { Design = OrchestratedDesign.D2, Options = _plan.Options with { Epochs = 1, StepsPerEpoch = 1 } };
        new OrchestratedRun(once, CPU, TimeProvider.System).Run(_folder, null, default).Dispose();
        var other = once with { Options = once.Options with { RateWeight = 2 } };
        Assert.Throws<InvalidInputException>(() => new OrchestratedRun(other, CPU, TimeProvider.System).Run(_folder, null, default));
    }

    [Fact]
    public void It_begins_with_the_weights_of_a_model_and_is_another_run_then()
    {
        var start = ToyOrchestrated.Write(Path.Combine(_folder, "start"), OrchestratedDesign.D3, Toy.Layout with { CriticWidth = 3 }, 1, seed: 7);
        using var begun = start.Load(CPU, default);
        var still = _plan with { Start = start, Options = _plan.Options with { Epochs = 1, StepsPerEpoch = 1, LearningRate = 1e-9 } };
        using var trained = new OrchestratedRun(still, CPU, TimeProvider.System).Run(Path.Combine(_folder, "run"), null, default);
        Assert.All(begun.Segmentor.parameters().SelectMany(Values).Zip(trained.Segmentor.parameters().SelectMany(Values)), p => Assert.Equal(p.First, p.Second, 1e-6));
        Assert.NotEqual(still.Hash(), (still with { Start = null }).Hash());
    }

    [Fact]
    public void A_model_of_other_sizes_or_parts_begins_nothing()
    {
        foreach (var (design, layout) in new[] { (OrchestratedDesign.D1, Toy.Layout), (OrchestratedDesign.D3, Toy.Layout with { Bits = 16 }) })
        {
            var start = ToyOrchestrated.Write(Path.Combine(_folder, $"{design}"), design, layout, 1);
            var fault = Assert.Throws<InvalidInputException>(() => new OrchestratedRun(_plan with { Start = start }, CPU, TimeProvider.System));
            Assert.Contains($"design {design}", fault.Message, StringComparison.Ordinal);
            Assert.Contains("same sizes", fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Real_bytes_are_within_a_hundredth_of_what_the_evaluation_says()
    {
        using var network = new OrchestratedNetwork(OrchestratedDesign.D4, Toy.Layout with { Bits = 32 });
        var coder = new OrchestratedCoder(network, CPU);
        var random = new Random(5);
        var image = Enumerable.Range(0, 512 * 400).Select(_ => random.NextSingle()).ToArray();
        var code = coder.Code(image, [400, 512]);
        var statistics = new CodeStatistics(32);
        statistics.Add(code);
        statistics.Fit(network.Bits);
        var probabilities = network.Bits.Probabilities();
        var encoder = new RangeEncoder();
        CodeCoder.Encode(code, probabilities, encoder);
        var bytes = encoder.Finish();
        var estimate = network.Bits.call(tensor(code, [1, 32, 25, 32])).item<float>() / 8;
        Assert.InRange(bytes.Length, (estimate * 0.99) - 1, (estimate * 1.01) + 1);
    }

    [Fact]
    public void Frequencies_become_probabilities()
    {
        using var model = new BernoulliModel(2);
        var statistics = new CodeStatistics(2);
        statistics.Add([1, 1, 1, -1, -1, -1, -1, -1]);
        statistics.Fit(model);
        // 3.5 of 5 and 0.5 of 5.
        Assert.Equal<uint>([45875, 6554], model.Probabilities());
    }

    [Fact]
    public void Images_of_any_size_come_back_at_their_size()
    {
        using var network = new OrchestratedNetwork(OrchestratedDesign.D3, Toy.Layout with { Classes = 2 });
        var coder = new OrchestratedCoder(network, CPU);
        foreach (var (rows, columns) in new[] { (1, 1), (50, 65), (48, 96) })
        {
            var code = coder.Code(new float[rows * columns], [rows, columns]);
            Assert.All(code, b => Assert.Equal(1, Math.Abs(b)));
            var decoded = coder.Decode(code, [rows, columns]);
            Assert.Equal(rows * columns, decoded.Seen.Length);
            Assert.Equal(rows * columns, decoded.Labels.Length);
            Assert.All(decoded.Labels, l => Assert.InRange(l, 0, 2));
        }
    }

    [Fact]
    public void Volumes_come_back_at_their_size()
    {
        using var network = new OrchestratedNetwork(OrchestratedDesign.D3, Toy.Layout with { Dimensions = 3, SegmentorWidth = 1 });
        var coder = new OrchestratedCoder(network, CPU);
        var decoded = coder.Decode(coder.Code(new float[3 * 50 * 20], [3, 50, 20]), [3, 50, 20]);
        Assert.Equal(3 * 50 * 20, decoded.Labels.Length);
    }

    [Fact]
    public void Cubes_are_cut_with_their_labels()
    {
        var sampler = new OrchestratedSampler(Toy.Cases(0, 2), Toy.Layout with { Dimensions = 3 }, Toy.Options with { Batch = 2 });
        var batch = sampler.Draw(3);
        Assert.Equal<long>([48, 48, 48], batch.Sides);
        Assert.All(batch.Images.Zip(batch.Labels), p => Assert.Equal(p.Second == 1, p.First > 0.5f));
        Assert.Equal(batch.Images, sampler.Draw(3).Images);
        Assert.NotEqual(batch.Images, sampler.Draw(4).Images);
    }

    private static float[] Values(OrchestratedNetwork network) => [.. network.parameters().SelectMany(Values)];

    private static float[] Values(Tensor tensor) => tensor.data<float>().ToArray();

    private sealed class StopAt(int step, CancellationTokenSource stop) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value.Step == step)
            {
                stop.Cancel();
            }
        }
    }
}
