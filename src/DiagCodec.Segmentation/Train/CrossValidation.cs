using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.Splits;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Segmentation.Train;

/// <summary>
/// A model for every fold, trained on the other folds and scored on its own, which it has never seen. There is no validation
/// part: the length of the training is fixed beforehand, so that no fold chooses by its own test.
/// </summary>
public sealed class CrossValidation
{
    /// <summary>The folds that a folder's models were trained by.</summary>
    public const string FoldsFile = "folds.json";

    private readonly ModelTraining _training;
    private readonly int _parallel;

    /// <param name="training">Makes one model.</param>
    /// <param name="parallel">Folds that are trained side by side, 1 or more.</param>
    public CrossValidation(ModelTraining training, int parallel) => (_training, _parallel) = (training, parallel);

    /// <summary>The name of a fold's folder.</summary>
    /// <param name="fold">From 0.</param>
    public static string FolderName(int fold) => $"fold-{fold + 1}";

    /// <param name="cases">All cases, read.</param>
    /// <param name="folds">Names by fold.</param>
    /// <param name="hash">Of names and samples of a list of cases.</param>
    /// <param name="output">Holds fold-1, fold-2 ...: model folders, and <see cref="FoldsFile"/>.</param>
    /// <param name="record">What the models say of their making.</param>
    /// <param name="progress">Told every step of every fold, from several threads.</param>
    /// <param name="cancellation">A later call goes on.</param>
    /// <returns>In the order of the folds.</returns>
    /// <exception cref="InvalidInputException">The folder is of other folds, options or data.</exception>
    /// <exception cref="OutputException">The folder cannot be written.</exception>
    public ImmutableArray<TrainedModel> Run(
        ImmutableArray<LabelledSeries> cases,
        FoldSplit folds,
        string hash,
        string output,
        TrainingRecord record,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancellation)
    {
        var models = new TrainedModel[folds.Folds.Length];
        var byName = cases.ToDictionary(c => c.Name, StringComparer.Ordinal);
        KeepFolds(output, folds);
        InParallel(models.Length, Train, cancellation);
        return [.. models];

        void Train(int fold)
        {
            var round = folds.Round(fold);
            var split = new DataSplit(DataSplit.CurrentSchema, folds.Seed, round.Train, [], round.Validation);
            var parts = new SplitCases(split, Named(split.Train), [], Named(split.Test), hash);
            var folder = Path.Combine(output, FolderName(fold));
            models[fold] = _training.Train(parts, new ModelPlace($"fold {fold + 1}", folder, Path.Combine(folder, "run")), record, progress, cancellation);
        }

        ImmutableArray<LabelledSeries> Named(ImmutableArray<string> names) => [.. names.Select(n => byName[n])];
    }

    /// <summary>A fold that went on from the checkpoints of another one would be scored on cases that it was trained on.</summary>
    private static void KeepFolds(string output, FoldSplit folds)
    {
        OutputFolder.Make(output);
        var path = Path.Combine(output, FoldsFile);
        if (!File.Exists(path))
        {
            SplitJson.WriteFolds(path, folds, overwrite: false);
            return;
        }

        var kept = SplitJson.ReadFolds(path);
        if (kept.Folds.Length != folds.Folds.Length || !kept.Folds.Zip(folds.Folds).All(p => p.First.SequenceEqual(p.Second)))
        {
            throw new InvalidInputException($"{path}: the models beside it were trained by other folds; repeat the number of folds, the seed and the cases, or choose another folder");
        }
    }

    /// <summary>A fault of a fold is thrown as it is, so that it is told like any other.</summary>
    private void InParallel(int count, Action<int> train, CancellationToken cancellation)
    {
        try
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = _parallel, CancellationToken = cancellation }, train);
        }
        catch (AggregateException e)
        {
            var faults = e.Flatten().InnerExceptions;
            ExceptionDispatchInfo.Throw(faults.FirstOrDefault(f => f is not OperationCanceledException) ?? faults[0]);
        }
    }
}
