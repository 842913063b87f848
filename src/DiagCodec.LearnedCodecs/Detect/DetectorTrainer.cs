using System.Collections.Immutable;
using DiagCodec.Segmentation.Train.Sampling;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Detect;

/// <summary>Steps a detector down its loss. Knows nothing of files and progress.</summary>
public sealed class DetectorTrainer : IDisposable
{
    private static readonly Lock Seeding = new();

    private readonly DetectorOptions _options;
    private readonly Device _device;
    private readonly OptimizerHelper _optimiser;

    /// <param name="layout">Sizes.</param>
    /// <param name="options">How.</param>
    /// <param name="device">Where the network lies.</param>
    public DetectorTrainer(DetectorLayout layout, DetectorOptions options, Device device)
    {
        options.Validate();
        (_options, _device) = (options, device);

        // The library's generator belongs to the process.
        lock (Seeding)
        {
            manual_seed(options.Seed);
            Network = new CentreDetector(layout).to(device);
        }

        _optimiser = optim.AdamW(Network.parameters(), options.LearningRate, weight_decay: options.WeightDecay);
    }

    /// <summary>The network as the last step left it.</summary>
    public CentreDetector Network { get; }

    /// <summary>Steps done.</summary>
    public int Step { get; set; }

    /// <summary>For checkpoints.</summary>
    internal ImmutableArray<(string Name, OptimizerHelper Optimiser)> Optimisers => [("detector", _optimiser)];

    /// <summary>Takes the next step.</summary>
    /// <param name="batch">Patches with label maps, whose connected parts are the boxes.</param>
    /// <returns>The loss before the step.</returns>
    public double Advance(PatchBatch batch)
    {
        using var scope = NewDisposeScope();
        Network.train();
        foreach (var group in _optimiser.ParamGroups)
        {
            group.LearningRate = _options.LearningRateAt(Step);
        }

        var images = tensor(batch.Images, [batch.Batch, batch.Channels, batch.Size, batch.Size]).to(_device);
        _optimiser.zero_grad();
        var loss = DetectorLoss.Of(Network.call(images), Targets(batch, Network.Layout, _options.SmallestArea));
        loss.backward();
        nn.utils.clip_grad_norm_(Network.parameters(), _options.GradientNorm);
        _optimiser.step();
        Step++;
        return loss.item<float>();
    }

    public void Dispose()
    {
        _optimiser.Dispose();
        Network.Dispose();
    }

    /// <summary>What a detector should say of a batch.</summary>
    internal static DetectionTargets Targets(PatchBatch batch, DetectorLayout layout, int smallestArea)
    {
        var boxes = LabelBoxes.OfPatches(batch.Labels, batch.Size, layout.Classes, smallestArea);
        var cells = batch.Size / CentreDetector.Stride;
        return DetectionTargets.Of([.. boxes.Select(b => (IReadOnlyList<Metrics.Detection.TrueBox>)b)], layout.Classes, cells, cells);
    }
}
