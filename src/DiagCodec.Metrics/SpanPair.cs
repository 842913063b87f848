namespace DiagCodec.Metrics;

/// <summary>What every comparison asks of its two inputs.</summary>
internal static class SpanPair
{
    /// <exception cref="ArgumentException">The lengths differ, or there is nothing to compare.</exception>
    public static void Check(int expected, int found)
    {
        if (expected != found || expected == 0)
        {
            throw new ArgumentException($"two equally long, not empty spans are compared, found {expected} and {found} samples");
        }
    }
}
