using System.Buffers;

namespace DiagCodec.Metrics.Images;

/// <summary>
/// SSIM at one scale (Wang, Bovik, Sheikh, Simoncelli, IEEE TIP 13(4), 2004, Eq. 6 to 13): means, variances and covariance under a
/// Gaussian window at every place where the window fits, K1 = 0.01, K2 = 0.03.
/// </summary>
/// <param name="Similarity">Mean over the image of luminance x contrast x structure, -1 to 1.</param>
/// <param name="Contrast">Mean over the image of contrast x structure alone, -1 to 1.</param>
internal readonly record struct StructuralSimilarity(double Similarity, double Contrast)
{
    private const double K1 = 0.01;
    private const double K2 = 0.03;

    /// <summary>Maps that are filtered: both images, the sum of their squares, their product. SSIM never needs the squares apart.</summary>
    private const int Maps = 4;

    /// <param name="x">Samples, row by row.</param>
    /// <param name="y">Samples of the same size.</param>
    /// <param name="columns">At least 11, as are the rows that follow from it.</param>
    /// <param name="peak">Range of the samples.</param>
    public static StructuralSimilarity Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int columns, double peak)
    {
        const int Taps = GaussianFilter.Taps;
        var (rows, width) = (x.Length / columns, columns - Taps + 1);
        var (c1, c2) = (K1 * peak * K1 * peak, K2 * peak * K2 * peak);
        var buffer = ArrayPool<double>.Shared.Rent((2 * columns) + (Maps * (Taps + 1) * width));
        var squares = buffer.AsSpan(0, columns);
        var products = buffer.AsSpan(columns, columns);
        var rings = buffer.AsSpan(2 * columns, Maps * Taps * width);
        var filtered = buffer.AsSpan((2 * columns) + rings.Length, Maps * width);
        var (similarity, contrast) = (0.0, 0.0);
        for (var row = 0; row < rows; row++)
        {
            var a = x.Slice(row * columns, columns);
            var b = y.Slice(row * columns, columns);
            for (var i = 0; i < columns; i++)
            {
                squares[i] = (a[i] * a[i]) + (b[i] * b[i]);
                products[i] = a[i] * b[i];
            }

            var slot = row % Taps * width;
            GaussianFilter.Along(a, rings.Slice(slot, width));
            GaussianFilter.Along(b, rings.Slice((Taps * width) + slot, width));
            GaussianFilter.Along(squares, rings.Slice((2 * Taps * width) + slot, width));
            GaussianFilter.Along(products, rings.Slice((3 * Taps * width) + slot, width));
            if (row < Taps - 1)
            {
                continue;
            }

            for (var map = 0; map < Maps; map++)
            {
                GaussianFilter.Down(rings.Slice(map * Taps * width, Taps * width), (row + 1) % Taps, filtered.Slice(map * width, width));
            }

            var (l, c) = SumRow(filtered, width, c1, c2);
            similarity += l;
            contrast += c;
        }

        ArrayPool<double>.Shared.Return(buffer);
        var places = (double)width * (rows - Taps + 1);
        return double.IsFinite(similarity)
            ? new StructuralSimilarity(similarity / places, contrast / places)
            : throw new ArgumentException("samples are finite numbers, found NaN or infinity");
    }

    private static (double Similarity, double Contrast) SumRow(ReadOnlySpan<double> filtered, int width, double c1, double c2)
    {
        var meansX = filtered[..width];
        var meansY = filtered.Slice(width, width);
        var squares = filtered.Slice(2 * width, width);
        var products = filtered.Slice(3 * width, width);
        var (similarity, contrast) = (0.0, 0.0);
        for (var i = 0; i < width; i++)
        {
            var energy = (meansX[i] * meansX[i]) + (meansY[i] * meansY[i]);
            var product = meansX[i] * meansY[i];
            var c = ((2 * (products[i] - product)) + c2) / (squares[i] - energy + c2);
            similarity += c * ((2 * product) + c1) / (energy + c1);
            contrast += c;
        }

        return (similarity, contrast);
    }
}
