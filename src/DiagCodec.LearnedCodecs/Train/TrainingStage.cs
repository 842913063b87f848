using System.Collections.Immutable;
using DiagCodec.LearnedCodecs.Checkpoints;
using DiagCodec.Networks.Training;
using DiagCodec.Networks.Training.Checkpoints;
using DiagCodec.Segmentation.Train;
using DiagCodec.Segmentation.Train.Sampling;
using TorchSharp;
using TorchSharp.Modules;

namespace DiagCodec.LearnedCodecs.Train;

/// <summary>
/// The epochs of a network on labelled patches: steps, a validation and a checkpoint after each, the learning curve on disk. A stage that was stopped goes on
/// from its last whole checkpoint.
/// </summary>
/// <param name="Name">For progress.</param>
/// <param name="Epochs">0 or more.</param>
/// <param name="StepsPerEpoch">1 or more.</param>
/// <param name="Network">That learns.</param>
/// <param name="Optimisers">That step it, by name; at least one.</param>
/// <param name="Draw">Batch of a number.</param>
/// <param name="Advance">A step: its number from 0, its batch; the loss before it.</param>
/// <param name="Figures">Names of what <paramref name="Validate"/> finds.</param>
/// <param name="Validate">After an epoch, whose number from 1 it is told.</param>
internal sealed record TrainingStage(
    string Name,
    int Epochs,
    int StepsPerEpoch,
    torch.nn.Module Network,
    ImmutableArray<(string Name, OptimizerHelper Optimiser)> Optimisers,
    Func<int, PatchBatch> Draw,
    Func<int, PatchBatch, double> Advance,
    ImmutableArray<string> Figures,
    Func<int, StageFigures> Validate)
{
    private const int CheckpointsKept = 2;

    /// <param name="folder">Of the stage.</param>
    /// <param name="hash">Of all that decides the result; checkpoints of another one are not continued.</param>
    /// <param name="clock">For the curve.</param>
    /// <param name="progress">Told every step.</param>
    /// <param name="cancellation">Ends after the step under way.</param>
    public void Run(string folder, string hash, TimeProvider clock, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        var checkpoints = new CheckpointFolder(Path.Combine(folder, "checkpoints"));
        var search = checkpoints.FindLast(hash, cancellation);
        var (step, done, before, total) = (0, 0, 0.0, Epochs * StepsPerEpoch);
        foreach (var damage in search.Damaged)
        {
            progress?.Report(new TrainingProgress(Name, 0, total, null) { Note = damage });
        }

        if (search.Found is { } last)
        {
            ModuleCheckpoint.Load(last, "", Network, cancellation);
            ModuleCheckpoint.Load(last, Optimisers);
            (step, done, before) = ((int)last.State.Step, last.State.Epoch, last.State.Seconds);
        }

        var curve = StageCurve.Open(Path.Combine(folder, "learning-curve.csv"), Figures, done);
        var begun = clock.GetTimestamp();
        for (var epoch = done + 1; epoch <= Epochs; epoch++)
        {
            var sum = 0.0;
            for (var end = epoch * StepsPerEpoch; step < end; step++)
            {
                cancellation.ThrowIfCancellationRequested();
                sum += Advance(step, Draw(step));
                progress?.Report(new TrainingProgress(Name, step + 1, total, null));
            }

            var found = Validate(epoch);
            var seconds = before + clock.GetElapsedTime(begun).TotalSeconds;
            var row = new EpochRow(epoch, step, seconds, sum / StepsPerEpoch, null, null, [], Optimisers[0].Optimiser.ParamGroups.First().LearningRate);
            curve.Append(epoch, step, seconds, row.TrainingLoss, row.LearningRate, found.Values);
            var state = new CheckpointState(epoch, step, seconds, null, null, hash, ImmutableSortedDictionary<string, string>.Empty);
            checkpoints.Save(state, place => ModuleCheckpoint.Save(place, [("", Network)], Optimisers, cancellation), cancellation);
            checkpoints.Prune(CheckpointsKept, null);
            progress?.Report(new TrainingProgress(Name, step, total, row));
            if (found.Told(Figures) is { } note)
            {
                progress?.Report(new TrainingProgress(Name, step, total, null) { Note = note });
            }
        }
    }
}
