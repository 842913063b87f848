using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Methods;
using DiagCodec.Evaluation.Bench.Results;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>What points of each method cost, from those that were measured. Not for several threads at once.</summary>
internal sealed class PointCosts(ImmutableArray<MethodFacts> methods)
{
    private readonly double[] _seconds = new double[methods.Length];
    private readonly double[] _megavoxels = new double[methods.Length];
    private double _afterEncoding;

    public bool HasMeasured => _megavoxels.Any(v => v > 0);

    public void Add(int method, double megavoxels, PointTimes times)
    {
        var after = times.Decode + times.Compare + times.Score;
        _seconds[method] += times.Allocate + times.Encode + after;
        _megavoxels[method] += megavoxels;
        _afterEncoding += after;
    }

    public bool IsMeasured(int method) => _megavoxels[method] > 0;

    /// <summary>Seconds on one core: from the method's own points, else its own guess at encoding and what the other methods' points took after that.</summary>
    public double Of(int method, double megavoxels)
    {
        var others = _megavoxels.Sum();
        var rate = IsMeasured(method)
            ? _seconds[method] / _megavoxels[method]
            : methods[method].SecondsPerMegavoxel + (others > 0 ? _afterEncoding / others : 0);
        return rate * megavoxels;
    }
}
