using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Reports.Encode;

/// <summary>Which slices a report shows when nobody asks for certain ones.</summary>
public static class SliceChoice
{
    public const int DefaultCount = 5;

    /// <summary>The middles of equal parts, because the ends of a scan show the least; all slices where there are no more.</summary>
    public static ImmutableArray<int> Evenly(int slices, int count = DefaultCount) => count >= slices
        ? [.. Enumerable.Range(0, slices)]
        : [.. Enumerable.Range(0, count).Select(i => (int)(((2L * i) + 1) * slices / (2L * count)))];
}
