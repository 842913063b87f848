using System.Collections.Immutable;

namespace DiagCodec.Networks.Splits;

/// <summary>
/// Which patients, or items, are for training, validation and test. Made once and kept as a file, so that every figure ever reported
/// comes from the same test items.
/// </summary>
/// <param name="Schema">Version of the document; <see cref="CurrentSchema"/>.</param>
/// <param name="Seed">What the split was drawn with, or null where somebody made it by hand.</param>
/// <param name="Train">Names for training, at least one.</param>
/// <param name="Validation">Names for choosing among networks; may be empty.</param>
/// <param name="Test">Names for the final figures; may be empty.</param>
public sealed record DataSplit(
    int Schema, long? Seed, ImmutableArray<string> Train, ImmutableArray<string> Validation, ImmutableArray<string> Test)
{
    public const int CurrentSchema = 1;

    /// <summary>
    /// Draws a split: the items are sorted, shuffled (Fisher and Yates, SplitMix64 seeded with <paramref name="seed"/>), and dealt in
    /// this order: test, validation, training. The same items and seed give the same split on every machine.
    /// </summary>
    /// <param name="items">Different names, in any order.</param>
    /// <param name="validation">How many items are for validation.</param>
    /// <param name="test">How many items are for test.</param>
    /// <param name="seed">0 or more.</param>
    /// <exception cref="ArgumentException">A name comes twice or is empty, or no item would be left for training.</exception>
    public static DataSplit Draw(IReadOnlyCollection<string> items, int validation, int test, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(validation);
        ArgumentOutOfRangeException.ThrowIfNegative(test);
        ArgumentOutOfRangeException.ThrowIfNegative(seed);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((long)validation + test, items.Count, nameof(items));
        var order = SplitShuffle.Of(items, seed);
        var split = new DataSplit(
            CurrentSchema, seed, Part(order[(test + validation)..]), Part(order[test..(test + validation)]), Part(order[..test]));
        SplitCheck.ThrowIfWrong(SplitCheck.Find(split), nameof(items));
        return split;
    }

    internal static ImmutableArray<string> Part(IEnumerable<string> items) => [.. items.Order(StringComparer.Ordinal)];
}
