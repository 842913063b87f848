using System.Globalization;

namespace DiagCodec.Evaluation.Reports.Bench.Tables;

/// <summary>Figures as tables print them, with a true minus.</summary>
internal static class ReportNumber
{
    public const string None = "\u2013";

    public static string Fixed(double value, int decimals)
    {
        var text = value.ToString($"F{decimals}", CultureInfo.InvariantCulture);

        // What rounds to nothing has no sign.
        return text.AsSpan().Trim("-0.").IsEmpty ? text.TrimStart('-') : text.Replace('-', '\u2212');
    }

    /// <summary>A difference: with its sign, both ways.</summary>
    public static string Signed(double value, int decimals) => Fixed(value, decimals) is var text && text.AsSpan().Trim("0.").IsEmpty || text[0] == '\u2212' ? text : "+" + text;

    public static string Range(double low, double high, int decimals) => $"[{Signed(low, decimals)}, {Signed(high, decimals)}]";

    /// <summary>Two digits, rounded down: an overlap never looks better than it is.</summary>
    public static string Overlap(double share) => Fixed(Math.Floor((100 * share) + 1e-6) / 100, 2);

    /// <summary>Three digits.</summary>
    public static string Rate(double bitsPerVoxel) => Markup.Quantity.Significant(bitsPerVoxel);

    /// <summary>Three significant digits, zeros at the end among them; nothing at all is 0, and what no clock of a process tells is under a thousandth.</summary>
    public static string Seconds(double seconds)
    {
        if (seconds == 0)
        {
            return "0";
        }

        if (seconds < 0.001)
        {
            return "< 0.001";
        }

        // The exponent of the rounded number: 0.9996 is 1.00.
        var exponent = int.Parse(seconds.ToString("E2", CultureInfo.InvariantCulture).AsSpan(^4..), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return Fixed(seconds, Math.Max(0, 2 - exponent));
    }

    public static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
