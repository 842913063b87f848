using System.Globalization;
using DiagCodec.Imaging.Files;
using DiagCodec.LearnedCodecs.Checkpoints;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Train;
using DiagCodec.Segmentation.Train;
using DiagCodec.Segmentation.Train.Sampling;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Mvmic;

/// <summary>Both stages of MVMICNet, one after the other, each with checkpoints of its own.</summary>
public sealed class MvmicRun
{
    private static readonly Lock Seeding = new();

    private readonly MvmicPlan _plan;
    private readonly Device _device;
    private readonly TimeProvider _clock;

    /// <exception cref="Imaging.Faults.UsageException">Options or the codec's shape are wrong.</exception>
    public MvmicRun(MvmicPlan plan, Device device, TimeProvider clock)
    {
        plan.Options.Validate();
        (_plan, _device, _clock) = (plan, device, clock);
    }

    /// <param name="folder">Of the run: "codec" and "task" with curves and checkpoints; made where it is missing.</param>
    /// <param name="task">Its network is tuned in stage 2 (and stays as it was, where no tuned one does better on the validation cases), and stays the caller's.</param>
    /// <param name="begin">Fills the fresh codec, where the training does not begin with random weights.</param>
    /// <param name="afterStageOne">Told the trained codec while the network is still as it was; may round its weights.</param>
    /// <param name="progress">Told every step.</param>
    /// <param name="cancellation">Ends after the step under way; a later call goes on.</param>
    /// <returns>The codec. The caller disposes of it.</returns>
    public HyperpriorCodec Run(
        string folder, IVisionTask task, Action<HyperpriorCodec>? begin, Action<HyperpriorCodec> afterStageOne, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        var options = _plan.Options;
        var codec = Fresh();
        try
        {
            begin?.Invoke(codec);
            codec.to(_device);
            var sampler = new PatchSampler(_plan.Training, options.Patches, task.Inputs, options.Seed);
            var validation = new MvmicEvaluation(_plan.Validation, options.ValidationSlices, task, _device);
            using (var trainer = new MvmicTrainer(codec, task, options, _device))
            {
                new TrainingStage(
                    $"{_plan.Name} stage 1", options.Epochs, options.StepsPerEpoch, codec, trainer.Optimisers, sampler.Draw,
                    (step, batch) => trainer.Advance(step, batch).Total, validation.Names, _ => MvmicEvaluation.Figures(validation.Score(codec, cancellation)))
                    .Run(Path.Combine(folder, "codec"), _plan.CodecHash(), _clock, progress, cancellation);
            }

            codec.Prior.SettleQuantiles();
            afterStageOne(codec);
            Tune(Path.Combine(folder, "task"), codec, task, validation, progress, cancellation);
            return codec;
        }
        catch
        {
            codec.Dispose();
            throw;
        }
    }

    /// <summary>Of the networks after every epoch, and the one that there was before, the task keeps that which does best on the validation cases.</summary>
    private void Tune(
        string folder, HyperpriorCodec codec, IVisionTask task, MvmicEvaluation validation, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        var options = _plan.Options;
        if (options.TuningEpochs == 0)
        {
            return;
        }

        OutputFolder.Make(folder);
        var best = new BestWeights(Path.Combine(folder, "best.safetensors"), task.Network);
        if (!best.Exist)
        {
            best.Offer(0, validation.Score(codec, cancellation).Accuracy.Average(), cancellation);
        }

        // Batches that stage 1 has not seen.
        var seen = options.Epochs * options.StepsPerEpoch;
        var sampler = new PatchSampler(_plan.Training, options.Patches with { Augmentation = options.TuningAugmentation }, task.Inputs, options.Seed);
        using var tuner = new TaskTuner(codec, task, options, _device);
        new TrainingStage(
            $"{_plan.Name} stage 2", options.TuningEpochs, options.StepsPerEpoch, task.Network, tuner.Optimisers, step => sampler.Draw(seen + step),
            (step, batch) => tuner.Advance(step, batch), validation.Names, Validate)
            .Run(folder, _plan.TaskHash(), _clock, progress, cancellation);
        if (best.Restore(cancellation) is { } kept)
        {
            var total = options.TuningEpochs * options.StepsPerEpoch;
            var which = kept.Epoch == 0 ? "the network as it was before" : string.Create(CultureInfo.InvariantCulture, $"the network of epoch {kept.Epoch}");
            progress?.Report(new TrainingProgress($"{_plan.Name} stage 2", total, total, null) { Note = string.Create(CultureInfo.InvariantCulture, $"kept {which}, validation {kept.Figure:0.0000}") });
        }

        StageFigures Validate(int epoch)
        {
            var score = validation.Score(codec, cancellation);
            best.Offer(epoch, score.Accuracy.Average(), cancellation);
            return MvmicEvaluation.Figures(score);
        }
    }

    /// <summary>The library's generator belongs to the process.</summary>
    private HyperpriorCodec Fresh()
    {
        lock (Seeding)
        {
            manual_seed(_plan.Options.Seed);
            return _plan.Shape.Create();
        }
    }
}
