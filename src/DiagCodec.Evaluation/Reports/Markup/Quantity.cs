using System.Globalization;

namespace DiagCodec.Evaluation.Reports.Markup;

/// <summary>Numbers with their units as people read them; decimal prefixes, so 1 MB is 10^6 bytes.</summary>
public static class Quantity
{
    private static readonly string[] Prefixes = ["", "k", "M", "G", "T"];

    /// <summary>Such as 41.9 MB; below 1000 the exact number.</summary>
    public static string Bytes(long bytes) => Prefixed(bytes, "B");

    public static string Bits(double bits) => Prefixed(bits, "bit");

    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <param name="value">Finite.</param>
    /// <param name="decimals">At most so many; trailing zeros stay, so that columns align.</param>
    public static string Fixed(double value, int decimals) => value.ToString($"F{decimals}", CultureInfo.InvariantCulture);

    /// <summary>Three significant digits or more: never 1.2e+03, never 0.000.</summary>
    public static string Significant(double value)
    {
        var magnitude = Math.Abs(value);
        if (magnitude == 0 || magnitude >= 100)
        {
            return value.ToString("0", CultureInfo.InvariantCulture);
        }

        var decimals = Math.Clamp(2 - (int)Math.Floor(Math.Log10(magnitude)), 0, 9);
        return Math.Round(value, decimals).ToString("0.#########", CultureInfo.InvariantCulture);
    }

    public static string Percent(double share) => (100 * share).ToString(share < 0.1 ? "0.00" : "0.0", CultureInfo.InvariantCulture) + " %";

    public static string Decibels(double? psnr) => psnr is { } db ? $"{Fixed(db, 2)} dB" : "lossless";

    public static string Duration(TimeSpan time) => time.TotalSeconds < 60
        ? $"{Significant(time.TotalSeconds)} s"
        : string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalMinutes} min {time.Seconds:00} s");

    private static string Prefixed(double value, string unit)
    {
        var power = 0;
        while (Math.Abs(value) >= 999.5 && power < Prefixes.Length - 1)
        {
            value /= 1000;
            power++;
        }

        var digits = power == 0 ? value.ToString("0.#", CultureInfo.InvariantCulture) : Significant(value);
        return $"{digits} {Prefixes[power]}{unit}";
    }
}
