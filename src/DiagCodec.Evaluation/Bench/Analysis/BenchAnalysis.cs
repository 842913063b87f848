using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Results;

namespace DiagCodec.Evaluation.Bench.Analysis;

/// <summary>Everything that follows from the points of a bench.</summary>
public sealed class BenchAnalysis
{
    private readonly ImmutableDictionary<string, BenchCurves> _curves;
    private readonly ImmutableDictionary<string, ImmutableArray<MethodDeltas>> _deltas;

    /// <param name="file">One, or several merged by <see cref="BenchMerge"/>.</param>
    public BenchAnalysis(BenchFile file)
    {
        File = file;
        _curves = QualityMeasure.All.ToImmutableDictionary(m => m.Word, m => new BenchCurves(file, m));
        _deltas = _curves.ToImmutableDictionary(c => c.Key, c => MethodDeltas.Of(c.Value));
        AtEqualDice = [.. EqualQuality.DiceTargets.Select(d => EqualQuality.Of(Curves(QualityMeasure.OwnDice), d))];
        BestMap = MapChoice.Of(Deltas(QualityMeasure.OwnMiou), file.Experiment);
        Times = MethodTimes.Of(file);
    }

    public BenchFile File { get; }

    /// <summary>By <see cref="EqualQuality.DiceTargets"/>, then by method.</summary>
    public ImmutableArray<ImmutableArray<EqualQuality>> AtEqualDice { get; }

    /// <summary>By own mIoU; null where there is no such method.</summary>
    public MapChoice? BestMap { get; }

    public ImmutableArray<MethodTimes> Times { get; }

    public BenchCurves Curves(QualityMeasure measure) => _curves[measure.Word];

    public ImmutableArray<MethodDeltas> Deltas(QualityMeasure measure) => _deltas[measure.Word];

    /// <returns>Null where the method is not in the bench.</returns>
    public MethodDeltas? Deltas(QualityMeasure measure, string method) => Deltas(measure).FirstOrDefault(d => d.Method.Name == method);
}
