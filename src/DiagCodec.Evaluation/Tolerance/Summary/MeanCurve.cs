using System.Collections.Immutable;
using DiagCodec.Metrics.Bjontegaard;

namespace DiagCodec.Evaluation.Tolerance.Summary;

/// <summary>The mean of cases along the QPs, every case alike.</summary>
public sealed class MeanCurve
{
    private readonly ImmutableArray<int> _qps;
    private readonly double[] _dice;
    private readonly double[] _falling;
    private readonly double[] _bits;

    /// <param name="qps">Rising.</param>
    /// <param name="count">Cases, 1 or more.</param>
    /// <param name="of">The case of that index, with as many values as there are QPs.</param>
    public MeanCurve(ImmutableArray<int> qps, int count, Func<int, CaseCurve> of)
    {
        _qps = qps;
        (_dice, _bits, _falling) = (new double[qps.Length], new double[qps.Length], new double[qps.Length]);
        for (var c = 0; c < count; c++)
        {
            var curve = of(c);
            Uncompressed += curve.Uncompressed / count;
            for (var i = 0; i < qps.Length; i++)
            {
                _dice[i] += curve.Dice[i] / count;
                _bits[i] += curve.BitsPerVoxel[i] / count;
            }
        }

        for (var i = 0; i < qps.Length; i++)
        {
            _falling[i] = i == 0 ? _dice[0] : Math.Min(_falling[i - 1], _dice[i]);
        }
    }

    public double Uncompressed { get; }

    public double Dice(int index) => _dice[index];

    public double BitsPerVoxel(int index) => _bits[index];

    /// <summary>
    /// Where Dice first falls to a value: on straight lines between the QPs, after the curve is made falling from the left, so that noise
    /// upwards does not hide a loss that came before.
    /// </summary>
    /// <param name="dice">The value.</param>
    public QpCrossing FirstAt(double dice)
    {
        var at = Array.FindIndex(_falling, d => d <= dice);
        if (at <= 0)
        {
            return at < 0 ? new QpCrossing(_qps[^1], CurveEnd.AtOrAbove) : new QpCrossing(_qps[0], _falling[0] == dice ? CurveEnd.Within : CurveEnd.AtOrBelow);
        }

        var share = (_falling[at - 1] - dice) / (_falling[at - 1] - _falling[at]);
        return new QpCrossing(double.Lerp(_qps[at - 1], _qps[at], share), CurveEnd.Within);
    }

    /// <summary>Bits per voxel at a QP within the range: straight lines between logarithms, as bits fall exponentially.</summary>
    public double BitsAt(double qp)
    {
        var at = Math.Max(1, Enumerable.Range(0, _qps.Length).First(i => _qps[i] >= qp));
        var share = _qps.Length == 1 ? 0 : (qp - _qps[at - 1]) / (_qps[at] - _qps[at - 1]);
        return _qps.Length == 1 ? _bits[0] : Math.Exp(double.Lerp(Math.Log(_bits[at - 1]), Math.Log(_bits[at]), share));
    }

    /// <summary>Dice over bits, made rising (see <see cref="RateCurve.Isotonic"/>); null where fewer than four points are left.</summary>
    public RateCurve? Rising(string name)
    {
        try
        {
            return new RateCurve(name, _qps.Select((_, i) => new RatePoint(_bits[i], _falling[i]))).Isotonic();
        }
        catch (ArgumentException)
        {
            // How many points pooling leaves is known only when it is done.
            return null;
        }
    }
}
