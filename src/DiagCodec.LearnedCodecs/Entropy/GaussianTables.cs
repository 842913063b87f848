using System.Collections.Immutable;

namespace DiagCodec.LearnedCodecs.Entropy;

/// <summary>
/// Tables for integers that are normally distributed about 0, one for each of 64 standard deviations from 0.11 to 256 that are equally far apart in
/// their logarithm (as CompressAI has them). The probability of k is the normal distribution's between k - 1/2 and k + 1/2. All is made by
/// <see cref="SteadyMath"/>, so that every machine has the same tables; a test holds their hash.
/// </summary>
public static class GaussianTables
{
    /// <summary>How many there are.</summary>
    public const int Count = 64;

    /// <summary>The smallest standard deviation; smaller ones are coded as this.</summary>
    public const double SmallestScale = 0.11;

    /// <summary>The largest standard deviation; larger ones are coded as this.</summary>
    public const double LargestScale = 256;

    /// <summary>A table reaches this many standard deviations to either side: beyond lies less than half of one in 2^16.</summary>
    private const double Reach = 4.5;

    private static readonly Lazy<ImmutableArray<EscapedTable>> Made = new(() => [.. Scales.Select(Make)]);

    /// <summary>The standard deviations, rising.</summary>
    public static ImmutableArray<double> Scales { get; } = LogSpaced();

    /// <summary>The tables, in the order of <see cref="Scales"/>.</summary>
    public static ImmutableArray<EscapedTable> Tables => Made.Value;

    /// <summary>
    /// Between two neighbours of <see cref="Scales"/> their geometric mean: a standard deviation above bound i has a table above i. 63 of them, as
    /// the decoder compares them.
    /// </summary>
    public static ImmutableArray<float> Bounds { get; } = [.. Scales.Zip(Scales.Skip(1), (a, b) => (float)Math.Sqrt(a * b))];

    /// <summary>The index of the table for a standard deviation; that of the smallest one for NaN.</summary>
    public static int Index(float scale)
    {
        var (low, high) = (0, Count - 1);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = scale > Bounds[middle] ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static EscapedTable Make(double scale)
    {
        var reach = (int)Math.Ceiling(scale * Reach);
        var probabilities = new double[(2 * reach) + 2];
        for (var k = 0; k <= reach; k++)
        {
            var probability = SteadyMath.NormalCumulative((0.5 - k) / scale) - SteadyMath.NormalCumulative((-0.5 - k) / scale);
            probabilities[reach + k] = probabilities[reach - k] = Math.Max(0, probability);
        }

        probabilities[^1] = 2 * SteadyMath.NormalCumulative((-0.5 - reach) / scale);
        return new EscapedTable(-reach, new FrequencyTable(FrequencyFit.Of(probabilities)));
    }

    private static ImmutableArray<double> LogSpaced()
    {
        // The 63rd root of the ratio by Newton's method, because logarithms differ from machine to machine.
        const double Ratio = LargestScale / SmallestScale;
        const int Steps = Count - 1;
        var step = 1.2;
        for (var round = 0; round < 60; round++)
        {
            var power = Power(step, Steps - 1);
            step -= ((power * step) - Ratio) / (Steps * power);
        }

        return [.. Enumerable.Range(0, Count).Select(i => SmallestScale * Power(step, i))];
    }

    private static double Power(double value, int exponent)
    {
        var power = 1.0;
        for (var i = 0; i < exponent; i++)
        {
            power *= value;
        }

        return power;
    }
}
