using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.Training;
using DiagCodec.Networks.Training.Checkpoints;
using DiagCodec.Segmentation.Infer;
using DiagCodec.Segmentation.Network;
using DiagCodec.Segmentation.Train.Data;
using DiagCodec.Segmentation.Train.Sampling;
using static TorchSharp.torch;

namespace DiagCodec.Segmentation.Train;

/// <summary>
/// One network from start to end: epochs of steps, a validation and a checkpoint after each, the learning curve on disk. A run
/// that was stopped goes on from its last whole checkpoint and ends with the weights it would have had.
/// </summary>
public sealed class TrainingRun
{
    private const int CheckpointsKept = 2;

    private readonly TrainingPlan _plan;
    private readonly Device _device;
    private readonly TimeProvider _clock;

    public TrainingRun(TrainingPlan plan, Device device, TimeProvider clock)
    {
        plan.Options.Validate(plan.Task.Network.Multiple);
        (_plan, _device, _clock) = (plan, device, clock);
    }

    /// <param name="folder">Of the run: learning-curve.csv and checkpoints; made where it is missing.</param>
    /// <param name="start">Weights to begin with, which hardening continues; null: random ones.</param>
    /// <param name="progress">Told every step.</param>
    /// <param name="cancellation">Ends after the step under way; the last epoch's checkpoint stays.</param>
    /// <returns>The running mean of the weights at the best validated epoch, at the last one where nothing was validated. The caller disposes of it.</returns>
    /// <exception cref="InvalidInputException">The folder is of a run with other options or data.</exception>
    /// <exception cref="OutputException">The folder cannot be written.</exception>
    public UNet2d Run(string folder, UNet2d? start, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        var options = _plan.Options;
        var checkpoints = new CheckpointFolder(Path.Combine(folder, "checkpoints"));
        var search = checkpoints.FindLast(_plan.Hash, cancellation);
        var last = search.Found;
        foreach (var damage in search.Damaged)
        {
            progress?.Report(new TrainingProgress(_plan.Name, 0, options.Steps, null) { Note = damage });
        }

        using var trainer = new SegmentationTrainer(_plan.Task, options, new PatchSampler(_plan.Training, options.Patches, _plan.Task.Input.Slices, options.Seed), _device, start);
        if (last is not null)
        {
            TrainerState.Load(trainer, last, cancellation);
        }

        using var curve = OpenCurve(folder, last?.State.Epoch);
        var validation = new Validation(_plan.Validation, options.ValidationSlices);
        var pass = new NetworkPass(trainer.Average, _device, TileOptions.Default);
        var begun = _clock.GetTimestamp();
        var secondsBefore = last?.State.Seconds ?? 0;
        for (var epoch = (last?.State.Epoch ?? 0) + 1; epoch <= options.Epochs && !IsStale(curve.Curve, epoch - 1); epoch++)
        {
            var loss = Epoch(trainer, epoch, progress, cancellation);
            var dice = validation.Score(pass, cancellation);
            var row = new EpochRow(
                epoch,
                trainer.Step,
                secondsBefore + _clock.GetElapsedTime(begun).TotalSeconds,
                loss,
                ValidationLoss: null,
                dice.Average(),
                dice,
                options.LearningRateAt(trainer.Step - 1));
            curve.Append(row);
            Save(checkpoints, trainer, row, curve.Curve.Best, cancellation);
            progress?.Report(new TrainingProgress(_plan.Name, trainer.Step, options.Steps, row));
        }

        return Best(checkpoints, trainer, curve.Curve, cancellation);
    }

    private LearningCurveFile OpenCurve(string folder, int? lastEpoch)
    {
        var path = Path.Combine(folder, "learning-curve.csv");
        ImmutableArray<string> classes = [.. _plan.Task.Classes.Select(c => c.Name)];
        return lastEpoch is { } epoch ? LearningCurveFile.Resume(path, classes, epoch) : LearningCurveFile.Create(path, classes, overwrite: true);
    }

    private bool IsStale(LearningCurve curve, int epoch) =>
        _plan.Options.Patience > 0 && curve.Best is { } best && epoch - best.Epoch >= _plan.Options.Patience;

    /// <summary>The next batch is cut while a step is under way.</summary>
    private double Epoch(SegmentationTrainer trainer, int epoch, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        var (sum, first) = (0.0, trainer.Step);
        var end = epoch * _plan.Options.StepsPerEpoch;
        var next = Task.Run(() => trainer.Draw(first), cancellation);
        while (trainer.Step < end)
        {
            cancellation.ThrowIfCancellationRequested();
            var batch = next.GetAwaiter().GetResult();
            var following = trainer.Step + 1;
            next = Task.Run(() => trainer.Draw(following), cancellation);
            sum += trainer.Advance(batch);
            progress?.Report(new TrainingProgress(_plan.Name, trainer.Step, _plan.Options.Steps, null));
        }

        next.GetAwaiter().GetResult();
        return sum / (end - first);
    }

    private void Save(CheckpointFolder checkpoints, SegmentationTrainer trainer, EpochRow row, EpochRow? best, CancellationToken cancellation)
    {
        var state = new CheckpointState(
            row.Epoch, row.Step, row.Seconds, best?.MeanDice, best?.Epoch, _plan.Hash, ImmutableSortedDictionary<string, string>.Empty);
        checkpoints.Save(state, place => TrainerState.Save(trainer, place, cancellation), cancellation);
        checkpoints.Prune(CheckpointsKept, best?.Epoch);
    }

    private UNet2d Best(CheckpointFolder checkpoints, SegmentationTrainer trainer, LearningCurve curve, CancellationToken cancellation)
    {
        var network = NetworkFactory.Create(_plan.Task, _plan.Options.Seed, _device);
        if (curve.Best is { } best && best.Epoch != curve.Rows[^1].Epoch)
        {
            TrainerState.LoadAverage(network, checkpoints.Open(best.Epoch, cancellation), cancellation);
        }
        else
        {
            WeightAverage.Copy(network, trainer.Average);
        }

        return network;
    }
}
