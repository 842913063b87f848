using System.Globalization;

namespace DiagCodec.Evaluation.Reports.Charts;

/// <summary>The range of an axis and where its ticks are.</summary>
/// <param name="Low">Value at the axis' start.</param>
/// <param name="High">Value at its end, above Low.</param>
/// <param name="Step">Distance of ticks, above 0; ticks are its multiples.</param>
public sealed record AxisScale(double Low, double High, double Step)
{
    /// <summary>Equal ratios are equally far apart; ticks are 1, 2 and 5 times powers of ten, and Step is not used.</summary>
    public bool IsLogarithmic { get; private init; }

    /// <summary>A range with round ends (multiples of 1, 2 or 5 times a power of ten) that holds all of Low to High.</summary>
    public static AxisScale Covering(double low, double high, int intervals = 5)
    {
        if (!(high > low))
        {
            var room = Math.Max(Math.Abs(low) * 0.01, 0.5);
            (low, high) = (low - room, low + room);
        }

        var step = RoundStep((high - low) / intervals);
        return new AxisScale(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);
    }

    /// <summary>A logarithmic range from tick to tick that holds all of Low to High.</summary>
    /// <param name="low">Above 0.</param>
    /// <param name="high">Low or more.</param>
    public static AxisScale Logarithmic(double low, double high)
    {
        var (first, last) = (LogTickAtOrBelow(low), LogTickAtOrAbove(high));
        return new AxisScale(LogTick(first), LogTick(last == first ? first + 1 : last), 1) { IsLogarithmic = true };
    }

    /// <summary>Whole numbers 0 to <paramref name="count"/> - 1, with half a place to spare on both sides for bars.</summary>
    public static AxisScale Indices(int count, int intervals = 10) =>
        new(-0.5, Math.Max(count, 1) - 0.5, Math.Max(1, RoundStep((double)count / intervals)));

    public IEnumerable<double> Ticks
    {
        get
        {
            // Counted, not summed: 0.1 + 0.1 + 0.1 is no tick.
            const double Slack = 1e-9;
            if (IsLogarithmic)
            {
                for (var i = LogTickAtOrAbove(Low); i <= LogTickAtOrBelow(High); i++)
                {
                    yield return LogTick(i);
                }

                yield break;
            }

            var last = Math.Floor((High / Step) + Slack);
            for (var i = Math.Ceiling((Low / Step) - Slack); i <= last; i++)
            {
                yield return i * Step;
            }
        }
    }

    /// <summary>Where a value lies on the axis: 0 at its start, 1 at its end.</summary>
    public double Share(double value) => IsLogarithmic
        ? Math.Log(value / Low) / Math.Log(High / Low)
        : (value - Low) / (High - Low);

    public string Label(double tick)
    {
        if (IsLogarithmic)
        {
            return tick.ToString("0.#########", CultureInfo.InvariantCulture);
        }

        var decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(Step) - 1e-9), 0, 9);
        var text = tick.ToString($"F{decimals}", CultureInfo.InvariantCulture);
        return text.AsSpan().Trim("-0.").IsEmpty ? "0" : text.Replace('-', '\u2212');
    }

    /// <summary>The smallest of 1, 2, 5, 10 ... times a power of ten that is not below <paramref name="step"/>.</summary>
    internal static double RoundStep(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        var digit = step / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }

    /// <summary>Tick i of 1, 2, 5, 10 ...: tick 0 is 1, tick -1 is 0.5.</summary>
    private static double LogTick(int index)
    {
        var power = (int)Math.Floor(index / 3.0);
        return (index - (3 * power)) switch { 0 => 1, 1 => 2, _ => 5 } * (power < 0 ? 1 / Math.Pow(10, -power) : Math.Pow(10, power));
    }

    private static int LogTickAtOrBelow(double value)
    {
        const double Slack = 1 + 1e-9;
        var index = 3 * (int)Math.Floor(Math.Log10(value));
        while (LogTick(index) > value * Slack)
        {
            index--;
        }

        while (LogTick(index + 1) <= value * Slack)
        {
            index++;
        }

        return index;
    }

    private static int LogTickAtOrAbove(double value) =>
        LogTickAtOrBelow(value) is var below && LogTick(below) >= value / (1 + 1e-9) ? below : below + 1;
}
