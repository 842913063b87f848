using System.Collections.Immutable;
using DiagCodec.Evaluation.Reports.Markup;
using DiagCodec.Metrics;

namespace DiagCodec.Evaluation.Reports.Pictures;

/// <summary>
/// A signed difference as a colour: black where nothing changed, as in the slice beside it, blue where the decoded value is lower,
/// orange where it is higher.
/// </summary>
/// <param name="Limit">Physical units; differences beyond it have the end's colour. Above 0.</param>
public sealed record DifferenceColours(double Limit)
{
    /// <summary>Few enough colours that noise still compresses as PNG; the scale bar shows each.</summary>
    private const int StepsPerSide = 8;

    /// <summary>Share of the changed voxels that the scale holds: a scale for the single worst would leave the rest black.</summary>
    private const double Share = 0.99;

    private static readonly ImmutableArray<Rgb> Stops =
    [
        new(0xB8, 0xEC, 0xFF), new(0x2F, 0x9B, 0xF0), new(0x12, 0x3E, 0x8C), new(0, 0, 0), new(0x8C, 0x2A, 0x08), new(0xF5, 0x82, 0x1E), new(0xFF, 0xEA, 0xA8),
    ];

    private static readonly ImmutableArray<double> RoundDigits = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

    /// <summary>A round limit that 99 % of the differences stay within: one for all pictures of a page, so that they compare.</summary>
    public static DifferenceColours Covering(IEnumerable<double[]> differences)
    {
        var magnitudes = differences.SelectMany(d => d).Where(d => d != 0).Select(Math.Abs).Order().ToArray();
        return new(magnitudes.Length == 0 ? 1 : RoundUp(Quantile.OfSorted(magnitudes, Share)));
    }

    public Rgb Of(double difference)
    {
        var step = Math.Round(Math.Clamp(difference / Limit, -1, 1) * StepsPerSide);
        return Rgb.Between(Stops.AsSpan(), ((step / StepsPerSide) + 1) / 2);
    }

    public byte[] Paint(ReadOnlySpan<double> differences)
    {
        var pixels = new byte[3 * differences.Length];
        for (var i = 0; i < differences.Length; i++)
        {
            (pixels[3 * i], pixels[(3 * i) + 1], pixels[(3 * i) + 2]) = Of(differences[i]);
        }

        return pixels;
    }

    private static double RoundUp(double limit)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(limit)));
        return power * RoundDigits.First(d => d * power >= limit || d == RoundDigits[^1]);
    }

    /// <summary>The scale bar, with its unit.</summary>
    public void WriteScale(HtmlWriter html, string unit) => ColourBar.Write(
        html,
        [.. Enumerable.Range(-StepsPerSide, (2 * StepsPerSide) + 1).Select(s => Of(Limit * s / StepsPerSide))],
        [$"\u2212{Quantity.Significant(Limit)}", "0", $"+{Quantity.Significant(Limit)} {unit}"]);
}
