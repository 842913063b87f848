using System.Collections.Immutable;
using DiagCodec.LearnedCodecs.Layers;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Train;
using DiagCodec.Segmentation.Train.Sampling;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Mvmic;

/// <summary>
/// Stage 1 of MVMICNet: the codec learns R + lambda1 D + lambda2 L_task, where the task's network, frozen, looks at the decoded pictures. Any hyperprior codec
/// will do. Knows nothing of files and progress.
/// </summary>
public sealed class MvmicTrainer : IDisposable
{
    private const double Range = 255;

    private readonly HyperpriorCodec _codec;
    private readonly IVisionTask _task;
    private readonly MvmicOptions _options;
    private readonly Device _device;
    private readonly OptimizerHelper _optimiser;
    private readonly OptimizerHelper _quantiles;

    /// <param name="codec">Learns; stays the caller's.</param>
    /// <param name="task">Is frozen; stays the caller's.</param>
    /// <param name="options">How.</param>
    /// <param name="device">Where both lie.</param>
    public MvmicTrainer(HyperpriorCodec codec, IVisionTask task, MvmicOptions options, Device device)
    {
        options.Validate();
        (_codec, _task, _options, _device) = (codec, task, options, device);
        task.Network.requires_grad_(false);
        task.Network.eval();
        _optimiser = optim.Adam(codec.MainParameters(), options.LearningRate, 0.9, 0.999);
        _quantiles = optim.Adam([codec.Prior.Quantiles], options.QuantileLearningRate, 0.9, 0.999);
    }

    /// <summary>For checkpoints.</summary>
    internal ImmutableArray<(string Name, OptimizerHelper Optimiser)> Optimisers => [("codec", _optimiser), ("quantiles", _quantiles)];

    /// <summary>Takes a step.</summary>
    /// <param name="step">Its number from 0, which decides the noise and the learning rate.</param>
    /// <param name="batch">Patches with truth; their size is a multiple of 64.</param>
    public MvmicLosses Advance(int step, PatchBatch batch)
    {
        using var scope = NewDisposeScope();
        _codec.train();
        LearningRateFall.Set(_optimiser, _options.LearningRate, step, _options.Epochs * _options.StepsPerEpoch);
        var pictures = PatchPictures.ToPictures(batch, _codec.Shape, _device);
        using var noise = new Generator(((ulong)(uint)_options.Seed << 32) + (uint)step, _device);
        var cuts = new GradientCuts();
        _optimiser.zero_grad();
        var pass = _codec.Pass(pictures, noisy: true, noise, cuts);
        var rate = (pass.LatentBits + pass.HyperBits) / (pictures.numel() / _codec.Shape.Channels);
        var error = nn.functional.mse_loss(pass.Pictures, pictures);
        var task = _task.LossOf(PatchPictures.ToSlices(pass.Pictures, batch), batch);
        var total = rate + (_options.DistortionWeight * Range * Range * error) + (_options.TaskWeight * task);
        cuts.Backward(total);
        nn.utils.clip_grad_norm_(_codec.MainParameters(), _options.GradientNorm);
        _optimiser.step();
        _codec.Project();
        _quantiles.zero_grad();
        _codec.Prior.QuantileLoss().backward();
        _quantiles.step();
        return new MvmicLosses(total.item<float>(), rate.item<float>(), error.item<float>(), task.item<float>());
    }

    public void Dispose()
    {
        _optimiser.Dispose();
        _quantiles.Dispose();
    }
}
