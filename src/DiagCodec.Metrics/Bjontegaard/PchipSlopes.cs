namespace DiagCodec.Metrics.Bjontegaard;

/// <summary>
/// Slopes of the piecewise cubic that is monotone wherever its points are: weighted harmonic means of the secants inside (Fritsch and
/// Butland, SIAM J. Sci. Stat. Comput. 5(2), 1984), three-point formulas kept in shape at both ends.
/// </summary>
internal static class PchipSlopes
{
    public static double[] Of(double[] x, double[] y)
    {
        var last = x.Length - 1;
        var (widths, secants) = (new double[last], new double[last]);
        for (var i = 0; i < last; i++)
        {
            widths[i] = x[i + 1] - x[i];
            secants[i] = (y[i + 1] - y[i]) / widths[i];
        }

        var slopes = new double[x.Length];
        slopes[0] = End(widths[0], widths[1], secants[0], secants[1]);
        slopes[last] = End(widths[last - 1], widths[last - 2], secants[last - 1], secants[last - 2]);
        for (var i = 1; i < last; i++)
        {
            var (before, after) = (secants[i - 1], secants[i]);
            if (Math.Sign(before) * Math.Sign(after) > 0)
            {
                var (u, v) = ((2 * widths[i]) + widths[i - 1], widths[i] + (2 * widths[i - 1]));
                slopes[i] = (u + v) / ((u / before) + (v / after));
            }
        }

        return slopes;
    }

    private static double End(double width, double next, double secant, double nextSecant)
    {
        var slope = ((((2 * width) + next) * secant) - (width * nextSecant)) / (width + next);
        if (Math.Sign(slope) != Math.Sign(secant))
        {
            return 0;
        }

        return Math.Sign(secant) != Math.Sign(nextSecant) && Math.Abs(slope) > 3 * Math.Abs(secant) ? 3 * secant : slope;
    }
}
