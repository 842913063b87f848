using System.Collections.Immutable;

namespace DiagCodec.Segmentation.Harden;

/// <summary>Draws the ways in which a case is coded, so that few of them cover the range.</summary>
public static class CodingVariants
{
    /// <summary>
    /// Base QPs evenly over the range, one from each of <paramref name="count"/> equal parts of it; background offsets dealt from the list in
    /// turn, beginning anywhere, in random order, so that each comes as often as its place in the list says.
    /// </summary>
    /// <param name="lowestQp">0 to 51.</param>
    /// <param name="highestQp"><paramref name="lowestQp"/> to 51, included.</param>
    /// <param name="offsets">At least one; an offset that is listed twice comes twice as often.</param>
    /// <param name="blockSize">64, 32 or 16.</param>
    /// <param name="count">0 or more.</param>
    /// <param name="random">Decides all.</param>
    public static ImmutableArray<CodingVariant> Draw(
        int lowestQp, int highestQp, IReadOnlyList<int> offsets, int blockSize, int count, Random random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(highestQp, lowestQp);
        ArgumentOutOfRangeException.ThrowIfZero(offsets.Count, nameof(offsets));
        var start = random.Next(offsets.Count);
        var dealt = Enumerable.Range(0, count).Select(i => offsets[(start + i) % offsets.Count]).ToArray();
        random.Shuffle(dealt);
        var part = (highestQp - lowestQp + 1.0) / Math.Max(1, count);
        return [.. dealt.Select((offset, i) => new CodingVariant(lowestQp + (int)((i + random.NextDouble()) * part), offset, blockSize))];
    }
}
