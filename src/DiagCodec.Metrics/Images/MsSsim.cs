using System.Numerics;

namespace DiagCodec.Metrics.Images;

/// <summary>
/// Multi-scale structural similarity (Wang, Simoncelli, Bovik, Asilomar 2003, Eq. 7): five scales, each half the size of the one before by
/// means of 2 x 2 pixels; contrast and structure of every scale, luminance of the coarsest, each a mean over the image raised to its
/// weight. 0 to 1; 1 for equal images. The last column or row of an odd size is repeated before halving.
/// <para>
/// Five scales need 176 pixels a side. A smaller image uses the scales at which a side still has 11 pixels (88 pixels: four, 44: three,
/// 22: two), with their weights divided by the sum of them: such values compare with each other, not with those of five scales. A mean
/// below 0, which images of opposite contrast have, counts as 0, because its power would not be a real number.
/// </para>
/// </summary>
public static class MsSsim
{
    private static readonly double[] Weights = [0.0448, 0.2856, 0.3001, 0.2363, 0.1333];

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
        return Of(SamplePair.From(reference, test, columns, rows, null), peak);
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
        return Of(SamplePair.From(reference, test, columns, rows, window), window.Width);
    }

    /// <summary>How many scales an image of this size has: 0 to 5.</summary>
    public static int ScalesOf(int columns, int rows)
    {
        var scales = 0;
        while (scales < Weights.Length && Math.Min(columns, rows) >= GaussianFilter.Taps << scales)
        {
            scales++;
        }

        return scales;
    }

    private static double? Of(SamplePair pair, double peak)
    {
        var scales = ScalesOf(pair.Columns, pair.Rows);
        // The five weights are used as they were published, although they sum to 1.0001.
        var sum = scales == Weights.Length ? 1 : Weights[..scales].Sum();
        var product = 1.0;
        for (var scale = 0; scale < scales; scale++)
        {
            var found = StructuralSimilarity.Of(pair.Reference, pair.Test, pair.Columns, peak);
            var mean = scale == scales - 1 ? found.Similarity : found.Contrast;
            product *= Math.Pow(Math.Max(mean, 0), Weights[scale] / sum);
            if (scale < scales - 1)
            {
                var half = pair.Halve();
                pair.Dispose();
                pair = half;
            }
        }

        pair.Dispose();
        return scales == 0 ? null : product;
    }
}
