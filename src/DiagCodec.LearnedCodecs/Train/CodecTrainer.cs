using DiagCodec.LearnedCodecs.Layers;
using DiagCodec.LearnedCodecs.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Train;

/// <summary>
/// Steps a codec down its loss: a batch with noise, lambda * 255^2 * error + bits a pixel, gradients cut to a norm of 1, Adam, bounds restored, and the
/// quantiles' own Adam. Knows nothing of files, validation and progress.
/// </summary>
public sealed class CodecTrainer : IDisposable
{
    private const double PeakSquared = 255.0 * 255.0;

    /// <summary>PyTorch's; this library's own default is another.</summary>
    private const double Beta2 = 0.999;

    private readonly CodecTrainingOptions _options;
    private readonly CodecPatches _patches;
    private readonly Device _device;
    private readonly OptimizerHelper _optimiser;
    private readonly OptimizerHelper _quantiles;

    /// <param name="network">On the device; taken over.</param>
    /// <param name="options">How.</param>
    /// <param name="patches">Gives the batches.</param>
    /// <param name="device">Where the network lies.</param>
    public CodecTrainer(HyperpriorCodec network, CodecTrainingOptions options, CodecPatches patches, Device device)
    {
        (Network, _options, _patches, _device) = (network, options, patches, device);
        _optimiser = optim.Adam(network.MainParameters(), options.LearningRate, beta2: Beta2);
        _quantiles = optim.Adam([network.Prior.Quantiles], options.QuantileRate, beta2: Beta2);
    }

    public HyperpriorCodec Network { get; }

    /// <summary>Steps done.</summary>
    public int Step { get; private set; }

    /// <summary>The batch that <see cref="Advance"/> wants at a step; may run beside a step.</summary>
    public float[] Draw(int step) => _patches.Draw(step);

    /// <summary>Takes the next step.</summary>
    /// <param name="batch">Batch number <see cref="Step"/>.</param>
    public CodecStep Advance(float[] batch)
    {
        using var scope = NewDisposeScope();
        LearningRateFall.Set(_optimiser, _options.LearningRate, Step, _options.Steps);
        var pictures = tensor(batch, [_options.Batch, 1, _options.Patch, _options.Patch]).to(_device);
        using var noise = new Generator(_patches.SeedOf(Step), _device);
        _optimiser.zero_grad();
        _quantiles.zero_grad();
        var cuts = new GradientCuts();
        var (loss, step) = Loss(Network, pictures, _options.Lambda, noisy: true, noise, cuts);
        cuts.Backward(loss);
        nn.utils.clip_grad_norm_(Network.MainParameters(), _options.GradientNorm);
        _optimiser.step();
        Network.Project();
        Network.Prior.QuantileLoss().backward();
        _quantiles.step();
        Step++;
        return step;
    }

    /// <summary>The loss of a batch, and its parts.</summary>
    public static (Tensor Loss, CodecStep Step) Loss(
        HyperpriorCodec network, Tensor pictures, double lambda, bool noisy, Generator? noise, GradientCuts cuts)
    {
        var pass = network.Pass(pictures, noisy, noise, cuts);
        var pixels = (double)pictures.numel() / network.Shape.Channels;
        var bits = (pass.LatentBits + pass.HyperBits) / pixels;
        var error = (pass.Pictures - pictures).square().mean();
        var loss = (error * (lambda * PeakSquared)) + bits;
        return (loss, new CodecStep(loss.ToDouble(), bits.ToDouble(), error.ToDouble()));
    }

    /// <summary>Adam of the weights, and that of the quantiles.</summary>
    internal IEnumerable<(string Name, OptimizerHelper Optimiser)> Optimisers => [("adam", _optimiser), ("quantiles", _quantiles)];

    /// <summary>Goes on behind a checkpoint whose weights and optimisers were loaded.</summary>
    /// <param name="step">Steps done when it was saved.</param>
    internal void GoOnFrom(int step) => Step = step;

    public void Dispose()
    {
        _optimiser.Dispose();
        _quantiles.Dispose();
        Network.Dispose();
    }
}
