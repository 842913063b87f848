namespace DiagCodec.Evaluation.Reports.Pictures;

/// <summary>A colour in sRGB, 0 to 255 each.</summary>
public readonly record struct Rgb(byte R, byte G, byte B)
{
    public string Css => $"#{R:x2}{G:x2}{B:x2}";

    /// <summary>Relative luminance of a colour tells whether black or white text can be read on it (WCAG 2.2, 1.4.3).</summary>
    public bool IsLight => (0.2126 * Linear(R)) + (0.7152 * Linear(G)) + (0.0722 * Linear(B)) > 0.179;

    /// <summary>Linear between the two nearest of equally spaced stops.</summary>
    /// <param name="stops">Two or more.</param>
    /// <param name="t">0 (first stop) to 1 (last).</param>
    public static Rgb Between(ReadOnlySpan<Rgb> stops, double t)
    {
        var place = Math.Clamp(t, 0, 1) * (stops.Length - 1);
        var i = Math.Min((int)place, stops.Length - 2);
        var (a, b, share) = (stops[i], stops[i + 1], place - i);
        return new(Mix(a.R, b.R, share), Mix(a.G, b.G, share), Mix(a.B, b.B, share));
    }

    private static byte Mix(byte a, byte b, double share) => (byte)Math.Round(double.Lerp(a, b, share));

    private static double Linear(byte value)
    {
        var v = value / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4);
    }
}
