namespace DiagCodec.Networks.Splits;

/// <summary>The documented order in which items are dealt out.</summary>
internal static class SplitShuffle
{
    /// <summary>
    /// Sorts by UTF-16 code units, so that the order of the list given does not matter, then swaps each place from the last to the
    /// second with one at or before it (Fisher and Yates; Durstenfeld 1964), drawn from <see cref="SplitRandom"/>.
    /// </summary>
    public static string[] Of(IEnumerable<string> items, long seed)
    {
        var order = items.Order(StringComparer.Ordinal).ToArray();
        var random = new SplitRandom((ulong)seed);
        for (var last = order.Length - 1; last > 0; last--)
        {
            var other = random.Below(last + 1);
            (order[last], order[other]) = (order[other], order[last]);
        }

        return order;
    }
}
