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

    private const int Steps = (2 * StepsPerSide) + 1;

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

    public Rgb Of(double difference) => OfStep(Step(difference));

    /// <summary>A picture of one value a pixel, inside the page itself.</summary>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="differences">Row by row.</param>
    public string Paint(int width, int height, ReadOnlySpan<double> differences)
    {
        var indices = new byte[differences.Length];
        for (var i = 0; i < indices.Length; i++)
        {
            indices[i] = (byte)(Step(differences[i]) + StepsPerSide);
        }

        var palette = new byte[3 * Steps];
        for (var i = 0; i < Steps; i++)
        {
            (palette[3 * i], palette[(3 * i) + 1], palette[(3 * i) + 2]) = OfStep(i - StepsPerSide);
        }

        return PngDataUri.Of(width, height, palette, indices);
    }

    private int Step(double difference) => (int)Math.Round(Math.Clamp(difference / Limit, -1, 1) * StepsPerSide);

    private static Rgb OfStep(int step) => Rgb.Between(Stops.AsSpan(), (((double)step / StepsPerSide) + 1) / 2);

    private static double RoundUp(double limit)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(limit)));
        return power * RoundDigits.First(d => d * power >= limit || d == RoundDigits[^1]);
    }

    /// <summary>The scale bar, with its unit.</summary>
    public void WriteScale(HtmlWriter html, string unit) => ColourBar.Write(
        html,
        [.. Enumerable.Range(-StepsPerSide, Steps).Select(OfStep)],
        [$"\u2212{Quantity.Significant(Limit)}", "0", $"+{Quantity.Significant(Limit)} {unit}"]);
}
