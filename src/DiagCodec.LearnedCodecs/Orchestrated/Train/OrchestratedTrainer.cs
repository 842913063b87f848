using DiagCodec.LearnedCodecs.Orchestrated.Networks;
using DiagCodec.Networks.Splits;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Orchestrated.Train;

/// <summary>
/// The alternating step of Liu et al. (MICCAI 2020): the critic learns to tell predicted from true label maps with all else fixed, its weights clipped as
/// SegAN's; then compression, reconstruction and segmentor take a step with the critic fixed. Knows nothing of files and progress.
/// </summary>
public sealed class OrchestratedTrainer : IDisposable
{
    private static readonly Lock Seeding = new();

    private readonly OrchestratedOptions _options;
    private readonly Device _device;
    private readonly OptimizerHelper _optimiser;
    private readonly OptimizerHelper? _bitOptimiser;
    private readonly OptimizerHelper? _criticOptimiser;

    /// <param name="design">Which networks there are, and what they pay for.</param>
    /// <param name="layout">Sizes.</param>
    /// <param name="options">How.</param>
    /// <param name="device">Where the networks lie.</param>
    public OrchestratedTrainer(OrchestratedDesign design, OrchestratedLayout layout, OrchestratedOptions options, Device device)
    {
        (_options, _device) = (options, device);

        // The library's generator belongs to the process.
        lock (Seeding)
        {
            manual_seed(options.Seed);
            Network = new OrchestratedNetwork(design, layout).to(device);
            Critic = design.HasCritic ? new SegAnCritic(new SpatialLayers(layout.Dimensions), layout.Classes, layout.CriticWidth).to(device) : null;
        }

        var bits = design.Compresses ? Network.Bits.parameters().ToList() : [];
        _optimiser = optim.Adam(Network.parameters().Except(bits, ReferenceEqualityComparer.Instance).Cast<Parameter>(), options.LearningRate, options.Beta1, 0.999);
        _bitOptimiser = design.Compresses ? optim.Adam(bits, options.BitLearningRate, 0.9, 0.999) : null;
        _criticOptimiser = Critic is null ? null : optim.Adam(Critic.parameters(), options.LearningRate, options.Beta1, 0.999);
    }

    public OrchestratedNetwork Network { get; }

    /// <summary>Null in designs without one.</summary>
    public SegAnCritic? Critic { get; }

    /// <summary>Steps done.</summary>
    public int Step { get; set; }

    /// <summary>The optimisers there are, by name, for checkpoints.</summary>
    internal IEnumerable<(string Name, OptimizerHelper Optimiser)> Optimisers
    {
        get
        {
            (string, OptimizerHelper?)[] all = [("networks", _optimiser), ("bits", _bitOptimiser), ("critic", _criticOptimiser)];
            return all.Where(o => o.Item2 is not null).Select(o => (o.Item1, o.Item2!));
        }
    }

    /// <summary>Takes the next step: the critic's, then everybody else's.</summary>
    public OrchestratedLosses Advance(OrchestratedBatch batch)
    {
        using var scope = NewDisposeScope();
        SetLearningRates();
        Network.train();
        var images = tensor(batch.Images, [batch.Count, Network.Layout.Channels, .. batch.Sides]).to(_device);
        var truth = Truth(tensor(batch.Labels, [batch.Count, .. batch.Sides]).to(_device));
        var pass = OrchestratedPass.Train(Network, images, BitRandom());
        AdvanceCritic(pass.Labels.detach(), truth);
        var losses = AdvanceNetworks(pass, images, truth);
        Step++;
        return losses;
    }

    public void Dispose()
    {
        foreach (var (_, optimiser) in Optimisers)
        {
            optimiser.Dispose();
        }

        Network.Dispose();
        Critic?.Dispose();
    }

    private void AdvanceCritic(Tensor predicted, Tensor truth)
    {
        if (Critic is null)
        {
            return;
        }

        Critic.requires_grad_(true);
        _criticOptimiser!.zero_grad();
        (-MultiScaleL1.Of(Critic, predicted, truth)).backward();
        _criticOptimiser.step();
        using var fixedGraph = no_grad();
        foreach (var weight in Critic.parameters())
        {
            weight.clamp_(-_options.CriticClip, _options.CriticClip);
        }
    }

    private OrchestratedLosses AdvanceNetworks(OrchestratedPass pass, Tensor images, Tensor truth)
    {
        Critic?.requires_grad_(false);
        _optimiser.zero_grad();
        _bitOptimiser?.zero_grad();
        var segmentation = nn.functional.mse_loss(pass.Labels, truth);
        var total = _options.SegmentationWeight * segmentation;
        var distance = Critic is null ? null : MultiScaleL1.Of(Critic, pass.Labels, truth);
        total = distance is null ? total : total + (_options.DistanceWeight * distance);
        var reconstruction = Network.Design.ReconstructsImage ? nn.functional.mse_loss(pass.Seen, images) : null;
        total = reconstruction is null ? total : total + reconstruction;
        total = Guide(pass, images, truth) is { } guide ? total + guide : total;
        var rate = Rate(pass.Code, truth);
        total = rate is not null && Network.Design.PaysForBits ? total + (_options.RateWeightAt(Step) * rate) : total;

        // Whoever pays, and however much, the bit model follows the code: the entropy coder needs its probabilities.
        var descent = rate is null ? total : total + Rate(pass.Code!.detach(), truth)!;
        descent.backward();
        _optimiser.step();
        _bitOptimiser?.step();
        return new OrchestratedLosses(
            total.item<float>(), distance?.item<float>(), segmentation.item<float>(), rate?.item<float>(), reconstruction?.item<float>());
    }

    /// <summary>Null where nothing draws the feature image anywhere.</summary>
    private Tensor? Guide(OrchestratedPass pass, Tensor images, Tensor truth)
    {
        var weight = Network.Design.MakesFeatures ? _options.GuideWeightAt(Step) : 0;
        return weight == 0 ? null : weight * nn.functional.mse_loss(pass.Seen, _options.Guide == FeatureGuide.Truth ? truth.amax([1], true) : images.mean([1], true));
    }

    /// <summary>Estimated bits per pixel.</summary>
    private Tensor? Rate(Tensor? code, Tensor truth) =>
        code is null ? null : Network.Bits.call(code) / ((double)truth.numel() / truth.shape[1]);

    /// <summary>One map of 0 and 1 for every foreground class.</summary>
    private Tensor Truth(Tensor labels) =>
        stack(Enumerable.Range(1, Network.Layout.Classes).Select(k => labels.eq(k).to_type(ScalarType.Float32)), 1);

    /// <summary>A step's bits depend on the seed and its number alone, so that a resumed training sees what an uninterrupted one would have seen.</summary>
    private Random BitRandom() => new(unchecked((int)new SplitRandom(((ulong)(uint)_options.Seed << 32) + (uint)Step).Next()));

    private void SetLearningRates()
    {
        var rate = _options.LearningRateAt(Step);
        foreach (var group in _optimiser.ParamGroups.Concat(_criticOptimiser?.ParamGroups ?? []))
        {
            group.LearningRate = rate;
        }
    }
}
