using System.Collections.Immutable;

namespace DiagCodec.Networks.Splits;

/// <summary>K folds for cross-validation, and test items that no round sees.</summary>
/// <param name="Schema">Version of the document; <see cref="DataSplit.CurrentSchema"/>.</param>
/// <param name="Seed">What the folds were drawn with, or null where somebody made them by hand.</param>
/// <param name="Folds">2 or more lists of names, none empty.</param>
/// <param name="Test">Names for the final figures; may be empty.</param>
public sealed record FoldSplit(int Schema, long? Seed, ImmutableArray<ImmutableArray<string>> Folds, ImmutableArray<string> Test)
{
    /// <summary>
    /// Draws folds: the items are shuffled as for <see cref="DataSplit.Draw"/>, the first <paramref name="test"/> are for test, and the
    /// others go to the folds in turn, so that the folds differ by one item at most.
    /// </summary>
    /// <param name="items">Different names, in any order.</param>
    /// <param name="folds">2 or more.</param>
    /// <param name="test">How many items are for test.</param>
    /// <param name="seed">0 or more.</param>
    /// <exception cref="ArgumentException">A name comes twice or is empty, or there are too few items.</exception>
    public static FoldSplit Draw(IReadOnlyCollection<string> items, int folds, int test, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        ArgumentOutOfRangeException.ThrowIfNegative(test);
        ArgumentOutOfRangeException.ThrowIfNegative(seed);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)folds + test, items.Count, nameof(items));
        var order = SplitShuffle.Of(items, seed);
        var rest = order[test..];
        var split = new FoldSplit(
            DataSplit.CurrentSchema,
            seed,
            [.. Enumerable.Range(0, folds).Select(k => DataSplit.Part(rest.Where((_, i) => i % folds == k)))],
            DataSplit.Part(order[..test]));
        SplitCheck.ThrowIfWrong(SplitCheck.Find(split), nameof(items));
        return split;
    }

    /// <summary>One round: fold <paramref name="round"/>, from 0, is for validation, the others for training.</summary>
    public DataSplit Round(int round)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(round);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(round, Folds.Length);
        return new DataSplit(Schema, Seed, DataSplit.Part(Folds.Where((_, k) => k != round).SelectMany(f => f)), Folds[round], Test);
    }
}
