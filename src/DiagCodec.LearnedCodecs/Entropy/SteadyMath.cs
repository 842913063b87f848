namespace DiagCodec.LearnedCodecs.Entropy;

/// <summary>
/// Transcendental functions out of additions, multiplications and divisions of doubles in a fixed order. Those are rounded alike everywhere
/// (IEEE 754), and .NET fuses none of them unasked; the functions of <see cref="Math"/> are the C library's, whose last bits differ from
/// machine to machine, and a table of frequencies that differs by one makes a stream unreadable. Accurate to about 1e-15, slow, meant for tables.
/// </summary>
public static class SteadyMath
{
    private const double Ln2 = 0.693147180559945309417232121458;
    private const double RootOfTwoPi = 2.50662827463100050241576528481;
    private const int ExpTerms = 24;
    private const double LargestExponent = 700;

    /// <summary>Beyond this the normal distribution's tail is below what doubles near 1 can tell.</summary>
    private const double LongestTail = 8.5;

    /// <summary>e^x. Below -700 it is 0, above 700 it is e^700.</summary>
    public static double Exp(double x)
    {
        if (double.IsNaN(x) || x < -LargestExponent)
        {
            return double.IsNaN(x) ? x : 0;
        }

        x = Math.Min(x, LargestExponent);
        var halvings = (int)(x / Ln2);
        var rest = x - (halvings * Ln2);
        var sum = 1.0;
        for (var n = ExpTerms; n >= 1; n--)
        {
            sum = 1 + (rest / n * sum);
        }

        return ScaleByPowerOfTwo(sum, halvings);
    }

    /// <summary>The natural logarithm of 1 + y for y of 0 or more.</summary>
    public static double Log1P(double y)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(y);
        var (value, doublings) = (1 + y, 0);
        while (value > 2)
        {
            (value, doublings) = (value / 2, doublings + 1);
        }

        // log(v) = 2 artanh((v - 1) / (v + 1)); for a small y the sum 1 + y has lost digits, so y itself is used.
        var ratio = doublings == 0 ? y / (2 + y) : (value - 1) / (value + 1);
        var (square, power, sum) = (ratio * ratio, ratio, 0.0);
        for (var n = 1; n < 80; n += 2)
        {
            sum += power / n;
            power *= square;
        }

        return (2 * sum) + (doublings * Ln2);
    }

    /// <summary>log(1 + e^x).</summary>
    public static double Softplus(double x) => x > 0 ? x + Log1P(Exp(-x)) : Log1P(Exp(x));

    /// <summary>1 / (1 + e^-x).</summary>
    public static double Sigmoid(double x)
    {
        var small = Exp(-Math.Abs(x));
        return x >= 0 ? 1 / (1 + small) : small / (1 + small);
    }

    /// <summary>The hyperbolic tangent.</summary>
    public static double Tanh(double x)
    {
        var small = Exp(-2 * Math.Abs(x));
        var size = Math.Abs(x) < 1e-5 ? Math.Abs(x) : (1 - small) / (1 + small);
        return x < 0 ? -size : size;
    }

    /// <summary>The distribution function of the standard normal: 1/2 + density * (x + x^3/3 + x^5/15 + ...); all terms have one sign.</summary>
    public static double NormalCumulative(double x)
    {
        var size = Math.Abs(x);
        if (size > LongestTail)
        {
            return x < 0 ? 0 : 1;
        }

        var (term, sum, square) = (size, 0.0, size * size);
        for (var n = 3; term > sum * 1e-17; n += 2)
        {
            sum += term;
            term = term * square / n;
        }

        var half = Exp(-square / 2) / RootOfTwoPi * sum;
        return x < 0 ? Math.Max(0, 0.5 - half) : Math.Min(1, 0.5 + half);
    }

    private static double ScaleByPowerOfTwo(double value, int exponent)
    {
        var factor = exponent < 0 ? 0.5 : 2.0;
        for (var i = Math.Abs(exponent); i > 0; i--)
        {
            value *= factor;
        }

        return value;
    }
}
