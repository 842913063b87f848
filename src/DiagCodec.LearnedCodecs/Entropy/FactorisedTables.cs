using System.Collections.Immutable;

namespace DiagCodec.LearnedCodecs.Entropy;

/// <summary>
/// Tables of a factorised prior, one a channel, for integers: the value less the channel's median, rounded. They reach from quantile to quantile, as
/// CompressAI's do; what lies outside is escaped.
/// </summary>
public static class FactorisedTables
{
    /// <summary>A channel's table has at most this many values to either side, wherever a broken model has its quantiles.</summary>
    public const int LongestReach = 4096;

    /// <summary>One table for every channel.</summary>
    public static ImmutableArray<EscapedTable> Of(IEnumerable<FactorisedDensity> channels) => [.. channels.Select(Of)];

    private static EscapedTable Of(FactorisedDensity channel)
    {
        var below = Reach(channel.Median - channel.Lower);
        var above = Reach(channel.Upper - channel.Median);
        var probabilities = new double[below + above + 2];
        var inside = 0.0;
        for (var k = -below; k <= above; k++)
        {
            inside += probabilities[k + below] = channel.Between(channel.Median + k - 0.5, channel.Median + k + 0.5);
        }

        probabilities[^1] = Math.Max(0, 1 - inside);
        return new EscapedTable(-below, new FrequencyTable(FrequencyFit.Of(probabilities)));
    }

    private static int Reach(float distance) => float.IsNaN(distance) ? 0 : (int)Math.Clamp(Math.Ceiling((double)distance), 0, LongestReach);
}
