using System.Collections.Immutable;
using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.State;
using DiagCodec.Networks.Training.Checkpoints;
using DiagCodec.Networks.Weights;
using static TorchSharp.torch;

namespace DiagCodec.Allocation.Policies.Training;

/// <summary>
/// One training from start to end: steps, a validation and a checkpoint every so many, the learning curve on disk. A run that was stopped
/// goes on from its last whole checkpoint and ends with the weights that it would have had.
/// </summary>
/// <param name="plan">What is learnt.</param>
/// <param name="device">Where the network lies.</param>
public sealed class PolicyTrainingRun(PolicyTrainingPlan plan, Device device)
{
    private const int CheckpointsKept = 2;
    private const string OptimiserState = "adam";

    /// <param name="network">Learns: at the end it has the weights of the best validation, the first of equals.</param>
    /// <param name="folder">Of the run: learning-curve.csv and checkpoints; made where it is missing.</param>
    /// <param name="progress">Told every step.</param>
    /// <param name="cancellation">Ends after the step under way; the last checkpoint stays.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="InvalidInputException">The folder is of a run with other options or data.</exception>
    /// <exception cref="OutputException">The folder cannot be written.</exception>
    public ImmutableArray<PolicyCurveRow> Run(
        PolicyNetwork network, string folder, IProgress<PolicyTrainingProgress>? progress, CancellationToken cancellation)
    {
        var options = plan.Options;
        var checkpoints = new CheckpointFolder(Path.Combine(folder, "checkpoints"));
        var curvePath = Path.Combine(folder, "learning-curve.csv");
        var search = checkpoints.FindLast(plan.Hash, cancellation);
        foreach (var damage in search.Damaged)
        {
            progress?.Report(new PolicyTrainingProgress(0, options.Iterations, null, damage));
        }

        using var trainer = new A2cTrainer(network, plan.Weights, plan.Tuned, plan.Training, options, device);
        var rows = new List<PolicyCurveRow>();
        if (search.Found is { } last)
        {
            Load(trainer, network, last, cancellation);
            rows.AddRange(PolicyCurveFile.Read(curvePath, trainer.Iteration));
        }
        else
        {
            Validate(0);
        }

        var (loss, since) = (0.0, 0);
        while (trainer.Iteration < options.Iterations)
        {
            cancellation.ThrowIfCancellationRequested();
            (loss, since) = (loss + trainer.Advance(), since + 1);
            PolicyCurveRow? row = null;
            if (trainer.Iteration % options.ValidateEvery == 0 || trainer.Iteration == options.Iterations)
            {
                row = Validate(loss / since);
                (loss, since) = (0, 0);
            }

            progress?.Report(new PolicyTrainingProgress(trainer.Iteration, options.Iterations, row));
        }

        var best = Best(rows);
        if (best.Iteration != trainer.Iteration)
        {
            using var weights = SafetensorsReader.Open(checkpoints.Open(Epoch(best), cancellation).Weights);
            ModuleState.Load(network, weights, "", cancellation);
        }

        return [.. rows];

        PolicyCurveRow Validate(double meanLoss)
        {
            var row = new PolicyCurveRow(
                trainer.Iteration, meanLoss, Score(trainer, plan.Training), plan.Validation.IsEmpty ? null : Score(trainer, plan.Validation));
            rows.Add(row);
            PolicyCurveFile.Write(curvePath, rows);
            var leader = Best(rows);
            var state = new CheckpointState(
                Epoch(row), row.Iteration, 0, leader.Score, Epoch(leader), plan.Hash, ImmutableSortedDictionary<string, string>.Empty);
            checkpoints.Save(state, place => Save(trainer, network, place, cancellation), cancellation);
            checkpoints.Prune(CheckpointsKept, Epoch(leader));
            return row;
        }
    }

    public static PolicyCurveRow Best(IEnumerable<PolicyCurveRow> rows) => rows.MaxBy(r => r.Score)!;

    /// <summary>Checkpoints count from 1, steps from 0.</summary>
    private static int Epoch(PolicyCurveRow row) => row.Iteration + 1;

    private double Score(A2cTrainer trainer, ImmutableArray<PolicyEpisode> episodes) =>
        episodes.Average(e => PolicyScore.Of(e.Table, trainer.Decide(e), plan.Weights, plan.BestSingle[e.Table.Name]));

    private static void Save(A2cTrainer trainer, PolicyNetwork network, string place, CancellationToken cancellation)
    {
        Write(CheckpointFolder.WeightsFile, ModuleState.Tensors(network, "", ElementType.Float32));
        var bytes = trainer.SaveOptimisers();
        Write(CheckpointFolder.OptimiserFile, [new NewTensor(OptimiserState, ElementType.UInt8, [bytes.LongLength], () => bytes)]);

        void Write(string file, ImmutableArray<NewTensor> tensors) =>
            SafetensorsWriter.Write(Path.Combine(place, file), tensors, ImmutableSortedDictionary<string, string>.Empty, overwrite: false, cancellation);
    }

    private static void Load(A2cTrainer trainer, PolicyNetwork network, Checkpoint checkpoint, CancellationToken cancellation)
    {
        using var weights = SafetensorsReader.Open(checkpoint.Weights);
        ModuleState.Load(network, weights, "", cancellation);
        using var optimiser = SafetensorsReader.Open(checkpoint.Optimiser);
        var stored = optimiser.Find(OptimiserState)!;
        var bytes = new byte[stored.ByteCount];
        stored.ReadBytes(bytes);
        trainer.LoadOptimisers(bytes, (int)checkpoint.State.Step);
    }
}
