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
    public static DataSplit Read(ImmutableArray<TrainingSource> cases, string path)
    {
        var split = SplitJson.Read(path);
        SplitCheck.Against(split, cases.Select(c => c.Name), path);
        return split;
    }

    /// <summary>Draws a split and writes it before it is used.</summary>
    /// <param name="cases">All cases of the data set.</param>
    /// <param name="shares">How many go where.</param>
    /// <param name="seed">0 or more; equal seeds give equal splits of the same names.</param>
    /// <param name="path">Where the split is written.</param>
    /// <param name="overwrite">Whether a file there may be replaced.</param>
    /// <exception cref="UsageException">A share is out of range.</exception>
    /// <exception cref="InvalidInputException">There are too few cases.</exception>
    /// <exception cref="OutputException">The file cannot be written, or is there and may not be replaced.</exception>
    public static DataSplit Draw(ImmutableArray<TrainingSource> cases, SplitShares shares, long seed, string path, bool overwrite)
    {
        var (validation, test) = shares.Of(cases.Length);
        var split = DataSplit.Draw([.. cases.Select(c => c.Name)], validation, test, seed);
        SplitJson.Write(path, split, overwrite);
        return split;
    }

    /// <summary>Draws the folds of a cross-validation over all cases.</summary>
    /// <param name="cases">All cases of the data set.</param>
    /// <param name="folds">2 or more.</param>
    /// <param name="seed">0 or more; equal seeds give equal folds of the same names.</param>
    /// <exception cref="UsageException">There are fewer than 2 folds.</exception>
    /// <exception cref="InvalidInputException">There are too few cases.</exception>
    public static FoldSplit DrawFolds(ImmutableArray<TrainingSource> cases, int folds, long seed)
    {
        if (folds < 2)
        {
            throw new UsageException(FormattableString.Invariant($"folds: expected 2 or more, found {folds}"));
        }

        return cases.Length >= folds
            ? FoldSplit.Draw([.. cases.Select(c => c.Name)], folds, test: 0, seed)
            : throw new InvalidInputException(FormattableString.Invariant($"{cases.Length} cases are too few for {folds} folds; give more cases or fewer folds"));
    }
}
