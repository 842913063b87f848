using System.Numerics;

namespace DiagCodec.Metrics.Images;

/// <summary>
/// Structural similarity of two images, mean over the image (Wang et al., IEEE TIP 13(4), 2004): 11 x 11 Gaussian window of sigma 1.5,
/// K1 = 0.01, K2 = 0.03, only where the window fits inside. -1 to 1; 1 for equal images. Computed on the full resolution; the authors'
/// program shrinks images above 256 pixels first, which raises the value.
/// </summary>
public static class Ssim
{
    /// <param name="reference">Samples, row by row.</param>
    /// <param name="test">Samples of the same size.</param>
    /// <param name="columns">Width.</param>
    /// <param name="rows">Height.</param>
    /// <param name="peak">Largest value a sample can have, above 0: 4095 for code values of 12 bits.</param>
    /// <returns>Null where a side is shorter than 11 pixels.</returns>
    /// <exception cref="ArgumentException">A length is not columns x rows, or a sample is not finite.</exception>
    public static double? Of<T>(ReadOnlySpan<T> reference, ReadOnlySpan<T> test, int columns, int rows, double peak)
        where T : unmanaged, INumber<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(peak);
        using var pair = SamplePair.From(reference, test, columns, rows, null);
        return Of(pair, peak);
    }

    /// <summary>Over a window: both are clipped to it, counted from its low end, and its width is the peak.</summary>
    /// <param name="reference">Samples, row by row, in the window's unit.</param>
    /// <param name="test">Samples of the same size.</param>
    /// <param name="columns">Width.</param>
    /// <param name="rows">Height.</param>
    /// <param name="window">HU for samples in HU, or its <see cref="IntensityWindow.OverStored"/>.</param>
    /// <returns>Null where a side is shorter than 11 pixels.</returns>
    /// <exception cref="ArgumentException">A length is not columns x rows, or a sample is NaN.</exception>
    public static double? Of<T>(ReadOnlySpan<T> reference, ReadOnlySpan<T> test, int columns, int rows, IntensityWindow window)
        where T : unmanaged, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(window);
        using var pair = SamplePair.From(reference, test, columns, rows, window);
        return Of(pair, window.Width);
    }

    private static double? Of(SamplePair pair, double peak) => Math.Min(pair.Columns, pair.Rows) < GaussianFilter.Taps
        ? null
        : StructuralSimilarity.Of(pair.Reference, pair.Test, pair.Columns, peak).Similarity;
}
