using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Checkpoints;
using DiagCodec.Networks.Training;
using DiagCodec.Networks.Training.Checkpoints;
using DiagCodec.Segmentation.Train;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Orchestrated.Train;

/// <summary>
/// A training from start to end: epochs of alternating steps, a validation and a checkpoint after each, the learning curve on disk. A run that was
/// stopped goes on from its last whole checkpoint and ends with the weights it would have had.
/// </summary>
public sealed class OrchestratedRun
{
    private const int CheckpointsKept = 2;
    private const string NetworkPrefix = "network.";
    private const string CriticPrefix = "critic.";

    /// <summary>Slices whose bits are counted at the end.</summary>
    private const int CountedSlices = 200;

    private readonly OrchestratedPlan _plan;
    private readonly Device _device;
    private readonly TimeProvider _clock;
    private readonly OrchestratedSampler _sampler;
    private readonly OrchestratedEvaluation _validation;

    /// <exception cref="UsageException">Options or sizes are out of range.</exception>
    /// <exception cref="InvalidInputException">The model to begin with has other sizes or parts.</exception>
    public OrchestratedRun(OrchestratedPlan plan, Device device, TimeProvider clock)
    {
        plan.Options.Validate();
        if (plan.Layout.Faults().ToList() is [_, ..] faults)
        {
            throw new UsageException($"layout: {string.Join("; ", faults)}");
        }

        if (plan.StartFault() is { } fault)
        {
            throw new InvalidInputException(fault);
        }

        (_plan, _device, _clock) = (plan, device, clock);
        _sampler = new OrchestratedSampler(plan.Training, plan.Layout, plan.Options);
        _validation = new OrchestratedEvaluation(plan.Validation, plan.Layout, plan.Options.ValidationSlices);
    }

    /// <param name="folder">Of the run: learning-curve.csv and checkpoints; made where it is missing.</param>
    /// <param name="progress">Told every step.</param>
    /// <param name="cancellation">Ends after the step under way; the last epoch's checkpoint stays.</param>
    /// <returns>The last epoch's network, its bit model fitted to the training cases' codes. The caller disposes of it.</returns>
    /// <exception cref="InvalidInputException">The folder is of a run with other options or data.</exception>
    /// <exception cref="OutputException">The folder cannot be written.</exception>
    public OrchestratedNetwork Run(string folder, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        var options = _plan.Options;
        var hash = _plan.Hash();
        var checkpoints = new CheckpointFolder(Path.Combine(folder, "checkpoints"));
        var search = checkpoints.FindLast(hash, cancellation);
        foreach (var damage in search.Damaged)
        {
            progress?.Report(new TrainingProgress(_plan.Name, 0, options.Steps, null) { Note = damage });
        }

        using var trainer = new OrchestratedTrainer(_plan.Design, _plan.Layout, options, _device);
        if (search.Found is { } last)
        {
            Load(trainer, last, cancellation);
        }
        else
        {
            _plan.Start?.Fill(trainer.Network, cancellation);
        }

        using var curve = OpenCurve(Path.Combine(folder, "learning-curve.csv"), search.Found?.State.Epoch);
        var (begun, before) = (_clock.GetTimestamp(), search.Found?.State.Seconds ?? 0);
        for (var epoch = (search.Found?.State.Epoch ?? 0) + 1; epoch <= options.Epochs; epoch++)
        {
            var losses = Epoch(trainer, epoch, progress, cancellation);
            var score = _validation.Score(new OrchestratedCoder(trainer.Network, _device), trainer.Network, cancellation);
            var seconds = before + _clock.GetElapsedTime(begun).TotalSeconds;
            var row = new EpochRow(
                epoch, trainer.Step, seconds, losses.Average(l => l.Total), null, score.Dice.Average(), score.Dice, options.LearningRateAt(trainer.Step - 1));
            curve.Append(row);
            var state = new CheckpointState(
                epoch, trainer.Step, seconds, null, null, hash, ImmutableSortedDictionary<string, string>.Empty);
            checkpoints.Save(state, place => ModuleCheckpoint.Save(place, Networks(trainer), trainer.Optimisers, cancellation), cancellation);
            checkpoints.Prune(CheckpointsKept, null);
            progress?.Report(new TrainingProgress(_plan.Name, trainer.Step, options.Steps, row));
            progress?.Report(new TrainingProgress(_plan.Name, trainer.Step, options.Steps, null) { Note = Words(losses, score) });
        }

        return Finished(checkpoints.Open(options.Epochs, cancellation), cancellation);
    }

    private LearningCurveFile OpenCurve(string path, int? lastEpoch) => lastEpoch is { } epoch
        ? LearningCurveFile.Resume(path, _plan.Classes, epoch)
        : LearningCurveFile.Create(path, _plan.Classes, overwrite: true);

    private static IEnumerable<(string Prefix, nn.Module Network)> Networks(OrchestratedTrainer trainer)
    {
        yield return (NetworkPrefix, trainer.Network);
        if (trainer.Critic is { } critic)
        {
            yield return (CriticPrefix, critic);
        }
    }

    private static void Load(OrchestratedTrainer trainer, Checkpoint checkpoint, CancellationToken cancellation)
    {
        foreach (var (prefix, network) in Networks(trainer))
        {
            ModuleCheckpoint.Load(checkpoint, prefix, network, cancellation);
        }

        ModuleCheckpoint.Load(checkpoint, trainer.Optimisers);
        trainer.Step = (int)checkpoint.State.Step;
    }

    /// <summary>The next batch is cut while a step is under way.</summary>
    private List<OrchestratedLosses> Epoch(OrchestratedTrainer trainer, int epoch, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        var (losses, first, end) = (new List<OrchestratedLosses>(), trainer.Step, epoch * _plan.Options.StepsPerEpoch);
        var next = Task.Run(() => _sampler.Draw(first), cancellation);
        while (trainer.Step < end)
        {
            cancellation.ThrowIfCancellationRequested();
            var batch = next.GetAwaiter().GetResult();
            var following = trainer.Step + 1;
            next = Task.Run(() => _sampler.Draw(following), cancellation);
            losses.Add(trainer.Advance(batch));
            progress?.Report(new TrainingProgress(_plan.Name, trainer.Step, _plan.Options.Steps, null));
        }

        next.GetAwaiter().GetResult();
        return losses;
    }

    /// <summary>What a single loss hides: the error of label maps, the critic's distance, and bits.</summary>
    private static string Words(List<OrchestratedLosses> losses, OrchestratedScore score)
    {
        var parts = new List<string> { FormattableString.Invariant($"squared error of label maps {losses.Average(l => l.Segmentation):0.0000}") };
        Add(losses.Average(l => l.Distance), "distance", "0.0000");
        Add(losses.Average(l => l.Reconstruction), "squared error of images", "0.0000");
        Add(losses.Average(l => l.BitsPerPixel), "bits per pixel in training", "0.00000");
        Add(score.BitsPerPixel, "in validation", "0.00000");
        return string.Join(", ", parts);

        void Add(double? value, string name, string format)
        {
            if (value is { } found)
            {
                parts.Add($"{name} {found.ToString(format, CultureInfo.InvariantCulture)}");
            }
        }
    }

    /// <summary>Out of the checkpoint, so that a run which had been complete gives the same.</summary>
    private OrchestratedNetwork Finished(Checkpoint checkpoint, CancellationToken cancellation)
    {
        var network = new OrchestratedNetwork(_plan.Design, _plan.Layout).to(_device);
        ModuleCheckpoint.Load(checkpoint, NetworkPrefix, network, cancellation);
        if (_plan.Design.Compresses)
        {
            var counted = new OrchestratedEvaluation(_plan.Training, _plan.Layout, CountedSlices);
            counted.Count(new OrchestratedCoder(network, _device), cancellation).Fit(network.Bits);
        }

        return network;
    }
}
