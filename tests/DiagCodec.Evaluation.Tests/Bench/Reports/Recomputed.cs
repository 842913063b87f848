using System.Globalization;

namespace DiagCodec.Evaluation.Tests.Bench.Reports;

/// <summary>
/// Bjontegaard deltas from the lines of a CSV, by nothing of ours: slopes of Fritsch and Butland (1984) as published, integrals by
/// Simpson's rule, which is exact for cubics.
/// </summary>
internal sealed class Recomputed
{
    private readonly string[] _head;
    private readonly string[][] _lines;

    public Recomputed(string csv)
    {
        var all = ReportedBench.Fields(csv);
        (_head, _lines) = (all[0], all[1..]);
    }

    public double MeanOf(string measure, bool rate, string anchor, string method)
    {
        var cases = _lines.Select(l => l[Column("case")]).Distinct().ToArray();
        return cases.Average(c => rate ? Rate(Curve(measure, anchor, c), Curve(measure, method, c)) : Quality(Curve(measure, anchor, c), Curve(measure, method, c)));
    }

    private static double Quality((double X, double Y)[] anchor, (double X, double Y)[] test) => Mean(anchor, test);

    private static double Rate((double X, double Y)[] anchor, (double X, double Y)[] test) =>
        (Math.Pow(10, Mean([.. anchor.Select(p => (p.Y, p.X))], [.. test.Select(p => (p.Y, p.X))])) - 1) * 100;

    /// <summary>Log rate and quality.</summary>
    private (double X, double Y)[] Curve(string measure, string method, string name) =>
    [
        .. _lines.Where(l => l[Column("case")] == name && l[Column("method")] == method && l[Column(measure)].Length > 0)
            .Select(l => (Math.Log10(Number(l[Column("bits_per_voxel")])), Number(l[Column(measure)]))),
    ];

    private int Column(string name) => Array.IndexOf(_head, name);

    private static double Number(string field) => double.Parse(field, CultureInfo.InvariantCulture);

    private static double Mean((double X, double Y)[] anchor, (double X, double Y)[] test)
    {
        (double X, double Y)[] a = [.. anchor.OrderBy(p => p.X)], t = [.. test.OrderBy(p => p.X)];
        var (low, high) = (Math.Max(a[0].X, t[0].X), Math.Min(a[^1].X, t[^1].X));
        return (Integral(t, low, high) - Integral(a, low, high)) / (high - low);
    }

    private static double Integral((double X, double Y)[] p, double low, double high)
    {
        var d = Enumerable.Range(0, p.Length).Select(i => Slope(p, i)).ToArray();
        var sum = 0.0;
        for (var i = 0; i + 1 < p.Length; i++)
        {
            var (from, to) = (Math.Max(low, p[i].X), Math.Min(high, p[i + 1].X));
            if (from < to)
            {
                sum += (to - from) / 6 * (At(p, d, i, from) + (4 * At(p, d, i, (from + to) / 2)) + At(p, d, i, to));
            }
        }

        return sum;
    }

    private static double At((double X, double Y)[] p, double[] d, int i, double x)
    {
        var h = p[i + 1].X - p[i].X;
        var s = (x - p[i].X) / h;
        var (s2, s3) = (s * s, s * s * s);
        return (((2 * s3) - (3 * s2) + 1) * p[i].Y) + ((s3 - (2 * s2) + s) * h * d[i]) + (((3 * s2) - (2 * s3)) * p[i + 1].Y) + ((s3 - s2) * h * d[i + 1]);
    }

    private static double Slope((double X, double Y)[] p, int i)
    {
        double H(int k) => p[k + 1].X - p[k].X;
        double S(int k) => (p[k + 1].Y - p[k].Y) / H(k);
        var last = p.Length - 1;
        if (i > 0 && i < last)
        {
            var (w1, w2) = ((2 * H(i)) + H(i - 1), H(i) + (2 * H(i - 1)));
            return S(i - 1) * S(i) <= 0 ? 0 : (w1 + w2) / ((w1 / S(i - 1)) + (w2 / S(i)));
        }

        var (near, next) = i == 0 ? (0, 1) : (last - 1, last - 2);
        var slope = ((((2 * H(near)) + H(next)) * S(near)) - (H(near) * S(next))) / (H(near) + H(next));
        return slope * S(near) <= 0 ? 0 : S(near) * S(next) < 0 && Math.Abs(slope) > 3 * Math.Abs(S(near)) ? 3 * S(near) : slope;
    }
}
