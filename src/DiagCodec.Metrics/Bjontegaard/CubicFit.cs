namespace DiagCodec.Metrics.Bjontegaard;

/// <summary>The third-order polynomial of least squares, built from polynomials that are orthogonal over the points.</summary>
internal static class CubicFit
{
    private const int Terms = 4;

    /// <returns>One cubic from the first to the last point.</returns>
    public static HermiteCurve Through(double[] x, double[] y)
    {
        // Powers of numbers around 40 lose half of the digits; powers of -1 to 1 lose none.
        var (centre, half) = ((x[0] + x[^1]) / 2, (x[^1] - x[0]) / 2);
        var places = x.Select(v => (v - centre) / half).ToArray();
        var basis = new List<double[]>();
        var fit = new double[Terms];
        for (var degree = 0; degree < Terms; degree++)
        {
            var next = degree == 0 ? [1, 0, 0, 0] : (double[])[0, .. basis[^1][..^1]];
            foreach (var other in basis)
            {
                Add(next, other, -Project(places, p => At(next, p), other));
            }

            Add(fit, next, Project(places, (_, i) => y[i], next));
            basis.Add(next);
        }

        return new HermiteCurve([x[0], x[^1]], [At(fit, -1), At(fit, 1)], [SlopeAt(fit, -1) / half, SlopeAt(fit, 1) / half]);
    }

    private static double Project(double[] places, Func<double, double> values, double[] on) => Project(places, (p, _) => values(p), on);

    private static double Project(double[] places, Func<double, int, double> values, double[] on) =>
        places.Select((p, i) => values(p, i) * At(on, p)).Sum() / places.Sum(p => At(on, p) * At(on, p));

    private static void Add(double[] to, double[] other, double factor)
    {
        for (var i = 0; i < Terms; i++)
        {
            to[i] += factor * other[i];
        }
    }

    private static double At(double[] c, double p) => c[0] + (p * (c[1] + (p * (c[2] + (p * c[3])))));

    private static double SlopeAt(double[] c, double p) => c[1] + (p * ((2 * c[2]) + (p * 3 * c[3])));
}
