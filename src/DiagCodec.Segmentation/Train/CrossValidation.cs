using System.Collections.Immutable;
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
    /// <param name="output">Holds fold-1, fold-2 ...: model folders.</param>
    /// <param name="record">What the models say of their making.</param>
    /// <param name="progress">Told every step of every fold, from several threads.</param>
    /// <param name="cancellation">A later call goes on.</param>
    /// <returns>In the order of the folds.</returns>
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
        Parallel.For(0, models.Length, new ParallelOptions { MaxDegreeOfParallelism = _parallel, CancellationToken = cancellation }, fold =>
        {
            var round = folds.Round(fold);
            var split = new DataSplit(DataSplit.CurrentSchema, folds.Seed, round.Train, [], round.Validation);
            var parts = new SplitCases(split, Named(split.Train), [], Named(split.Test), hash);
            var folder = Path.Combine(output, FolderName(fold));
            models[fold] = _training.Train(parts, new ModelPlace($"fold {fold + 1}", folder, Path.Combine(folder, "run")), record, progress, cancellation);
        });
        return [.. models];

        ImmutableArray<LabelledSeries> Named(ImmutableArray<string> names) => [.. names.Select(n => byName[n])];
    }
}
