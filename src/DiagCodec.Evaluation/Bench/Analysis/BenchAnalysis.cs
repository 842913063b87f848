using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Results;

namespace DiagCodec.Evaluation.Bench.Analysis;

/// <summary>Everything that follows from the points of a bench.</summary>
public sealed class BenchAnalysis
{
    private readonly ImmutableDictionary<string, BenchCurves> _curves;
    private readonly ImmutableDictionary<string, ImmutableArray<MethodDeltas>> _deltas;
    private readonly ImmutableDictionary<string, ImmutableArray<MethodDeltas>> _second;

    /// <param name="file">One, or several merged by <see cref="BenchMerge"/>.</param>
    public BenchAnalysis(BenchFile file)
    {
        File = file;
        _curves = QualityMeasure.All.ToImmutableDictionary(m => m.Word, m => new BenchCurves(file, m));
        _deltas = _curves.ToImmutableDictionary(c => c.Key, c => MethodDeltas.Of(c.Value));
        _second = _curves.ToImmutableDictionary(c => c.Key, c => SecondAnchor.Of(c.Value));
        Groups = AnchorGroup.Of(file);
        AtEqualDice = [.. EqualQuality.DiceTargets.Select(d => EqualQuality.Of(Curves(QualityMeasure.OwnDice), d))];
        LabelRates = LabelRate.Of(Curves(QualityMeasure.TruthDice));
        BestMaps = [.. Groups.Select(g => MapChoice.Of([.. g.Methods.Select(m => Deltas(QualityMeasure.OwnMiou, m.Name)!)], file.Experiment)).OfType<MapChoice>()];
        WindowGain = Groups.Length < 2 || Groups[1].Methods.FirstOrDefault(m => m.Name == Groups[1].Anchor) is not { } window
            ? null
            : MethodDeltas.Of(Curves(QualityMeasure.OwnMiou), file.Experiment.Anchor, window);
        Times = MethodTimes.Of(file);
    }

    public BenchFile File { get; }

    /// <summary>By what methods are compared with.</summary>
    public ImmutableArray<AnchorGroup> Groups { get; }

    /// <summary>By <see cref="EqualQuality.DiceTargets"/>, then by method.</summary>
    public ImmutableArray<ImmutableArray<EqualQuality>> AtEqualDice { get; }

    /// <summary>Of the methods that give label maps, point by point.</summary>
    public ImmutableArray<LabelRate> LabelRates { get; }

    /// <summary>By own mIoU, one a group that has such methods: rates against different anchors have no order.</summary>
    public ImmutableArray<MapChoice> BestMaps { get; }

    /// <summary>By own mIoU, the window's anchor against the anchor: what coding the window alone is worth; null where it is no anchor of its own.</summary>
    public MethodDeltas? WindowGain { get; }

    public ImmutableArray<MethodTimes> Times { get; }

    public BenchCurves Curves(QualityMeasure measure) => _curves[measure.Word];

    public ImmutableArray<MethodDeltas> Deltas(QualityMeasure measure) => _deltas[measure.Word];

    /// <inheritdoc cref="SecondAnchor.Of"/>
    public ImmutableArray<MethodDeltas> SecondDeltas(QualityMeasure measure) => _second[measure.Word];

    /// <returns>Null where the method is not in the bench.</returns>
    public MethodDeltas? Deltas(QualityMeasure measure, string method) => Deltas(measure).FirstOrDefault(d => d.Method.Name == method);
}
