using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Metrics.Bjontegaard;

namespace DiagCodec.Evaluation.Bench.Analysis;

/// <summary>All curves of a bench under one measure: a curve a case and method.</summary>
public sealed class BenchCurves
{
    private readonly ILookup<(string Case, string Method), CurvePoint> _points;

    /// <param name="file">Its points that failed, those without a value and those without bits are no points of a curve.</param>
    /// <param name="measure">Quality of the curves.</param>
    public BenchCurves(BenchFile file, QualityMeasure measure)
    {
        (File, Measure) = (file, measure);
        _points = file.Points
            .Select(p => (p.Method, Point: Of(p, measure)))
            .Where(p => p.Point is not null)
            .ToLookup(p => (p.Point!.Case, p.Method), p => p.Point!);
    }

    public BenchFile File { get; }

    public QualityMeasure Measure { get; }

    /// <summary>In the order of the bench.</summary>
    public IEnumerable<CurvePoint> Points(string name, string method) => _points[(name, method)];

    /// <summary>Those of all cases.</summary>
    public IEnumerable<CurvePoint> Points(string method) => File.Cases.SelectMany(c => Points(c.Name, method));

    /// <exception cref="ArgumentException">There are fewer than four points.</exception>
    public RateCurve Curve(string name, string method) =>
        new(method, Points(name, method).Select(p => new RatePoint(p.BitsPerVoxel, p.Quality)));

    /// <summary>Of each parameter the mean over the cases that have a point there: geometric of the rates, arithmetic of the qualities. To draw, not to compute with.</summary>
    public ImmutableArray<MeanPoint> Mean(string method) =>
    [
        .. Points(method)
            .GroupBy(p => p.Parameter)
            .Select(g => new MeanPoint(g.Key, Math.Exp(g.Average(p => Math.Log(p.BitsPerVoxel))), g.Average(p => p.Quality), g.Count()))
            .OrderBy(p => p.BitsPerVoxel)
            .ThenBy(p => p.Parameter),
    ];

    private static CurvePoint? Of(BenchPoint point, QualityMeasure measure) =>
        point.Figures is { BitsPerVoxel: > 0 } figures && measure.Of(figures) is { } quality
            ? new CurvePoint(point.Case, point.Parameter, figures.BitsPerVoxel, quality)
            : null;
}
