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
/// Stage 2 of MVMICNet: the codec is frozen, so that every stream stays as it is to the last byte, and the task's network learns on what the codec decodes.
/// </summary>
public sealed class TaskTuner : IDisposable
{
    private readonly HyperpriorCodec _codec;
    private readonly IVisionTask _task;
    private readonly MvmicOptions _options;
    private readonly Device _device;
    private readonly OptimizerHelper _optimiser;

    /// <param name="codec">Is frozen; stays the caller's.</param>
    /// <param name="task">Learns; stays the caller's.</param>
    /// <param name="options">How.</param>
    /// <param name="device">Where both lie.</param>
    public TaskTuner(HyperpriorCodec codec, IVisionTask task, MvmicOptions options, Device device)
    {
        options.Validate();
        (_codec, _task, _options, _device) = (codec, task, options, device);
        codec.requires_grad_(false);
        codec.eval();
        task.Network.requires_grad_(true);
        task.Network.train();
        _optimiser = optim.Adam(task.Network.parameters(), options.TuningRate, 0.9, 0.999);
    }

    /// <summary>For checkpoints.</summary>
    internal ImmutableArray<(string Name, OptimizerHelper Optimiser)> Optimisers => [("task", _optimiser)];

    /// <summary>Takes the next step.</summary>
    /// <param name="step">Its number from 0, which decides the learning rate.</param>
    /// <param name="batch">Patches with truth; their size is a multiple of 64.</param>
    /// <returns>The task's loss before the step.</returns>
    public double Advance(int step, PatchBatch batch)
    {
        using var scope = NewDisposeScope();
        _task.Network.train();
        LearningRateFall.Set(_optimiser, _options.TuningRate, step, _options.TuningEpochs * _options.StepsPerEpoch);
        _optimiser.zero_grad();
        var loss = _task.LossOf(PatchPictures.ToSlices(Decoded(batch), batch), batch);
        loss.backward();
        nn.utils.clip_grad_norm_(_task.Network.parameters(), _options.GradientNorm);
        _optimiser.step();
        return loss.item<float>();
    }

    public void Dispose() => _optimiser.Dispose();

    /// <summary>Rounded as a decoder has it.</summary>
    private Tensor Decoded(PatchBatch batch)
    {
        using var still = no_grad();
        return _codec.Pass(PatchPictures.ToPictures(batch, _codec.Shape, _device), noisy: false, null, new GradientCuts()).Pictures;
    }
}
