namespace DiagCodec.Metrics.Bjontegaard;

/// <summary>Slopes after Akima (Journal of the ACM 17(4), 1970): each from the two secants on either side, two more made up at both ends.</summary>
internal static class AkimaSlopes
{
    public static double[] Of(double[] x, double[] y)
    {
        var n = x.Length;
        var secants = new double[n + 3];
        for (var i = 0; i + 1 < n; i++)
        {
            secants[i + 2] = (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
        }

        secants[1] = (2 * secants[2]) - secants[3];
        secants[0] = (2 * secants[1]) - secants[2];
        secants[n + 1] = (2 * secants[n]) - secants[n - 1];
        secants[n + 2] = (2 * secants[n + 1]) - secants[n];

        var weights = new (double Before, double After)[n];
        for (var i = 0; i < n; i++)
        {
            weights[i] = (Math.Abs(secants[i + 3] - secants[i + 2]), Math.Abs(secants[i + 1] - secants[i]));
        }

        // Secants that are equal but for rounding have no weights to speak of: both sides then count alike.
        var negligible = 1e-9 * weights.Max(w => w.Before + w.After);
        var slopes = new double[n];
        for (var i = 0; i < n; i++)
        {
            var (before, after) = weights[i];
            slopes[i] = before + after > negligible
                ? ((before * secants[i + 1]) + (after * secants[i + 2])) / (before + after)
                : (secants[i + 1] + secants[i + 2]) / 2;
        }

        return slopes;
    }
}
