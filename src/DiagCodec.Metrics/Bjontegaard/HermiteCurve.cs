namespace DiagCodec.Metrics.Bjontegaard;

/// <summary>A piecewise cubic given by value and slope at every knot.</summary>
/// <param name="x">Knots, rising.</param>
/// <param name="y">Values there.</param>
/// <param name="slopes">Derivatives there.</param>
internal sealed class HermiteCurve(double[] x, double[] y, double[] slopes)
{
    /// <param name="shape">How the curve runs.</param>
    /// <param name="x">Strictly rising, at least four.</param>
    /// <param name="y">As many.</param>
    public static HermiteCurve Through(CurveShape shape, double[] x, double[] y) => shape switch
    {
        CurveShape.Pchip => new HermiteCurve(x, y, PchipSlopes.Of(x, y)),
        CurveShape.Akima => new HermiteCurve(x, y, AkimaSlopes.Of(x, y)),
        CurveShape.Cubic => CubicFit.Through(x, y),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "no such shape"),
    };

    /// <summary>Integral from <paramref name="from"/> to <paramref name="to"/>, both inside the knots.</summary>
    public double Integrate(double from, double to)
    {
        var sum = 0.0;
        for (var i = 0; i + 1 < x.Length; i++)
        {
            var (low, high) = (Math.Max(from, x[i]), Math.Min(to, x[i + 1]));
            if (low < high)
            {
                sum += Antiderivative(i, high - x[i]) - Antiderivative(i, low - x[i]);
            }
        }

        return sum;
    }

    private double Antiderivative(int i, double u)
    {
        var width = x[i + 1] - x[i];
        var secant = (y[i + 1] - y[i]) / width;
        var square = ((3 * secant) - (2 * slopes[i]) - slopes[i + 1]) / width;
        var cube = (slopes[i] + slopes[i + 1] - (2 * secant)) / (width * width);
        return u * (y[i] + (u * ((slopes[i] / 2) + (u * ((square / 3) + (u * cube / 4))))));
    }
}
