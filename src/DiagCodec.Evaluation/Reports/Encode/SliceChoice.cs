using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Reports.Encode;

/// <summary>Which slices a report shows when nobody asks for certain ones.</summary>
public static class SliceChoice
{
    public const int DefaultCount = 5;

    private const double GoldenSection = 0.6180339887498949;

    /// <summary>
    /// One slice near the middle of each of <paramref name="count"/> equal parts, or all slices where there are no more. Steps of
    /// exactly equal length would keep pace with a GOP of eight and show key frames alone, so each is moved by up to a quarter of
    /// its part, by a sequence that repeats in no pace; parts of a slice or two leave no room for that.
    /// </summary>
    public static ImmutableArray<int> Evenly(int slices, int count = DefaultCount)
    {
        if (count >= slices)
        {
            return [.. Enumerable.Range(0, slices)];
        }

        var reach = slices < 2 * count ? 0 : 0.5;
        return [.. Enumerable.Range(0, count).Select(i => (int)((i + 0.5 + (reach * (((i + 1) * GoldenSection % 1) - 0.5))) * slices / count))];
    }
}
