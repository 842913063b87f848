namespace DiagCodec.Imaging.Resample;

/// <summary>
/// For every target pixel of one axis the neighbouring source pixels that it is made of, and their shares, which add up to 1.
/// Shares of pixels beyond the ends go to the last one there is.
/// </summary>
internal sealed class AxisWeights
{
    /// <summary>From here on interpolation would step over source pixels that no target pixel sees.</summary>
    private const double LargestPlainStep = 1.5;

    private readonly int[] _firsts;
    private readonly double[][] _shares;

    private AxisWeights(int length, int targetLength)
    {
        _firsts = new int[targetLength];
        _shares = new double[targetLength][];
        var step = (double)length / targetLength;
        for (var i = 0; i < targetLength; i++)
        {
            (_firsts[i], _shares[i]) = step > LargestPlainStep ? Area(i, step, length) : Linear(((i + 0.5) * step) - 0.5, length);
        }
    }

    public static AxisWeights Of(int length, int targetLength) => new(length, targetLength);

    /// <summary>First source pixel of target pixel <paramref name="i"/>, and the shares of it and those after it.</summary>
    public (int First, double[] Shares) this[int i] => (_firsts[i], _shares[i]);

    /// <summary>The same as pairs, if no target pixel is made of more than two; a share that is missing is 0, of a pixel that exists.</summary>
    public WeightPair[]? AsPairs() => Array.TrueForAll(_shares, s => s.Length <= 2) ? [.. _shares.Select((s, i) => Pair(_firsts[i], s))] : null;

    private static WeightPair Pair(int first, double[] shares) => shares is [var share, var next] ? new WeightPair(first, share, first + 1, next) : new WeightPair(first, shares[0], first, 0);

    private static (int First, double[] Shares) Linear(double at, int length)
    {
        var inside = Math.Clamp(at, 0, length - 1);
        var first = (int)inside;
        var share = inside - first;
        return share == 0 ? (first, [1]) : (first, [1 - share, share]);
    }

    /// <summary>
    /// The mean, over the target pixel, of the line that joins the source's centres. A plain average of whole and cut pixels would bend
    /// ramps where step is no whole number.
    /// </summary>
    private static (int First, double[] Shares) Area(int i, double step, int length)
    {
        var (from, to) = ((i * step) - 0.5, ((i + 1) * step) - 0.5);
        var (lowest, highest) = ((int)Math.Floor(from), (int)Math.Ceiling(to));
        var (first, last) = (Math.Clamp(lowest, 0, length - 1), Math.Clamp(highest, 0, length - 1));
        var shares = new double[last - first + 1];
        for (var pixel = lowest; pixel <= highest; pixel++)
        {
            shares[Math.Clamp(pixel, first, last) - first] += (Below(to - pixel) - Below(from - pixel)) / step;
        }

        return (first, shares);
    }

    /// <summary>The area of a triangle from -1 over 0 to 1, of height 1, up to <paramref name="x"/>.</summary>
    private static double Below(double x) => x switch
    {
        <= -1 => 0,
        <= 0 => (1 + x) * (1 + x) / 2,
        < 1 => 1 - ((1 - x) * (1 - x) / 2),
        _ => 1,
    };
}
