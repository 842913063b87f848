using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Splits;

namespace DiagCodec.Segmentation.Train.Data;

/// <summary>
/// Deals the cases of a data set out by a split: one that is given, or one that is drawn and written down, so that it can be given
/// the next time. Splits go by case names; where several cases are of one patient, the split is to be made by hand.
/// </summary>
public static class CaseSplits
{
    /// <param name="cases">All cases of the data set.</param>
    /// <param name="path">A file of <see cref="SplitJson"/>.</param>
    /// <exception cref="InvalidInputException">The file is broken, names other cases, or leaves some out.</exception>
    public static SplitSources Read(ImmutableArray<TrainingSource> cases, string path) => Deal(cases, SplitJson.Read(path), path);

    /// <summary>The rounds of a cross-validation: in round k, fold k is for validation; the test cases are the same in all.</summary>
    /// <inheritdoc cref="Read" path="/param"/>
    /// <exception cref="InvalidInputException">The file is broken, names other cases, or leaves some out.</exception>
    public static ImmutableArray<SplitSources> ReadFolds(ImmutableArray<TrainingSource> cases, string path) =>
        Rounds(cases, SplitJson.ReadFolds(path), path);

    /// <summary>Draws a split and writes it before it is used.</summary>
    /// <param name="cases">All cases of the data set.</param>
    /// <param name="shares">How many go where.</param>
    /// <param name="seed">0 or more; equal seeds give equal splits of the same names.</param>
    /// <param name="path">Where the split is written.</param>
    /// <param name="overwrite">Whether a file there may be replaced.</param>
    /// <exception cref="UsageException">A share is out of range.</exception>
    /// <exception cref="InvalidInputException">There are too few cases.</exception>
    /// <exception cref="OutputException">The file cannot be written, or is there and may not be replaced.</exception>
    public static SplitSources Draw(ImmutableArray<TrainingSource> cases, SplitShares shares, long seed, string path, bool overwrite)
    {
        var (validation, test) = shares.Of(cases.Length);
        var split = DataSplit.Draw([.. cases.Select(c => c.Name)], validation, test, seed);
        SplitJson.Write(path, split, overwrite);
        return Deal(cases, split, path);
    }

    /// <summary>Draws the folds of a cross-validation and writes them before they are used.</summary>
    /// <param name="cases">All cases of the data set.</param>
    /// <param name="folds">2 or more.</param>
    /// <param name="test">Share of cases that no round sees, 0 to below 1.</param>
    /// <param name="seed">0 or more; equal seeds give equal folds of the same names.</param>
    /// <param name="path">Where the folds are written.</param>
    /// <param name="overwrite">Whether a file there may be replaced.</param>
    /// <exception cref="UsageException">The share is out of range, or there are fewer than 2 folds.</exception>
    /// <exception cref="InvalidInputException">There are too few cases.</exception>
    /// <exception cref="OutputException">The file cannot be written, or is there and may not be replaced.</exception>
    public static ImmutableArray<SplitSources> DrawFolds(
        ImmutableArray<TrainingSource> cases, int folds, double test, long seed, string path, bool overwrite)
    {
        if (folds < 2)
        {
            throw new UsageException(FormattableString.Invariant($"folds: expected 2 or more, found {folds}"));
        }

        var kept = new SplitShares(0, test).Of(cases.Length).Test;
        if (cases.Length - kept < folds)
        {
            throw new InvalidInputException(FormattableString.Invariant(
                $"{cases.Length} cases are too few for {folds} folds and {kept} of test; give more cases or fewer folds"));
        }

        var split = FoldSplit.Draw([.. cases.Select(c => c.Name)], folds, kept, seed);
        SplitJson.WriteFolds(path, split, overwrite);
        return Rounds(cases, split, path);
    }

    private static ImmutableArray<SplitSources> Rounds(ImmutableArray<TrainingSource> cases, FoldSplit split, string path) =>
        [.. Enumerable.Range(0, split.Folds.Length).Select(round => Deal(cases, split.Round(round), path))];

    private static SplitSources Deal(ImmutableArray<TrainingSource> cases, DataSplit split, string path)
    {
        SplitCheck.Against(split, cases.Select(c => c.Name), path);
        return new(Part(cases, split.Train), Part(cases, split.Validation), Part(cases, split.Test));
    }

    private static ImmutableArray<TrainingSource> Part(ImmutableArray<TrainingSource> cases, ImmutableArray<string> names)
    {
        var wanted = names.ToHashSet(StringComparer.Ordinal);
        return [.. cases.Where(c => wanted.Contains(c.Name))];
    }
}
