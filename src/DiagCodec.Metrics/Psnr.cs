using System.Numerics;
using DiagCodec.Metrics.Images;

namespace DiagCodec.Metrics;

/// <summary>
/// Peak signal-to-noise ratio, 10 log10(peak^2 / MSE), dB. Equal samples have none: it is null, never infinity, because JSON and
/// means have no place for infinity.
/// </summary>
public static class Psnr
{
    /// <param name="meanSquaredError">0 or more.</param>
    /// <param name="peak">Largest value a sample can have, above 0: 4095 at 12 bits.</param>
    public static double? Of(double meanSquaredError, double peak)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(meanSquaredError);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(peak);
        return meanSquaredError == 0 ? null : 10 * Math.Log10(peak * peak / meanSquaredError);
    }

    /// <exception cref="ArgumentException">The lengths differ, or there are no samples.</exception>
    public static double? Of<T>(ReadOnlySpan<T> reference, ReadOnlySpan<T> test, double peak)
        where T : unmanaged, IBinaryInteger<T> => Of(SquaredError.Mean(reference, test), peak);

    /// <summary>Over a window: both are clipped to it, and its width is the peak.</summary>
    /// <exception cref="ArgumentException">The lengths differ, there are no samples, or one is NaN.</exception>
    public static double? Of<T>(ReadOnlySpan<T> reference, ReadOnlySpan<T> test, IntensityWindow window)
        where T : unmanaged, INumber<T> => Of(SquaredError.Mean(reference, test, window), window.Width);
}
