namespace DiagCodec.Imaging.Videos;

/// <summary>The measure of a scene, and functions that need no sine.</summary>
internal static class Unit
{
    /// <summary>Units from the top of a frame to its bottom.</summary>
    public const double Height = 256;

    /// <summary>Swings between -1 and 1 with period 1, starting at 0 upwards: parabolas that look like a sine.</summary>
    public static double Wave(double phase)
    {
        var p = phase - Math.Floor(phase);
        return p < 0.5 ? 16 * p * (0.5 - p) : -16 * (p - 0.5) * (1 - p);
    }

    /// <summary>From 0 at <paramref name="low"/> to 1 at <paramref name="high"/>, smoothly.</summary>
    public static double Step(double low, double high, double value)
    {
        var t = Math.Clamp((value - low) / (high - low), 0, 1);
        return t * t * (3 - (2 * t));
    }
}
