using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Metrics.Segmentation;

namespace DiagCodec.Evaluation.Bench.Analysis;

/// <summary>What a curve has above the bits: a score of agreement or of fidelity of which more is better.</summary>
public sealed class QualityMeasure
{
    private readonly Func<PointFigures, double?> _value;

    private QualityMeasure(string word, string name, string unit, double scale, int decimals, Func<PointFigures, double?> value)
    {
        (Word, Name, Unit, Scale, Decimals) = (word, name, unit, scale, decimals);
        _value = value;
    }

    /// <summary>Mean IoU over all classes, background among them, as papers report it; against the prediction on the uncompressed slices.</summary>
    public static QualityMeasure OwnMiou { get; } = Score("own-miou", "own mIoU", f => Means(f.Own).MeanIou);

    /// <summary>Mean Dice over the foreground classes against the prediction on the uncompressed slices.</summary>
    public static QualityMeasure OwnDice { get; } = Score("own-dice", "own Dice", f => Means(f.Own).ForegroundDice);

    /// <summary>As <see cref="OwnMiou"/>, against the truth.</summary>
    public static QualityMeasure TruthMiou { get; } = Score("truth-miou", "truth mIoU", f => Means(f.Truth).MeanIou);

    /// <summary>As <see cref="OwnDice"/>, against the truth.</summary>
    public static QualityMeasure TruthDice { get; } = Score("truth-dice", "truth Dice", f => Means(f.Truth).ForegroundDice);

    public static QualityMeasure WindowPsnr { get; } = new("window-psnr", "windowed PSNR", "dB", 1, 2, f => f.WindowPsnr);

    public static QualityMeasure Psnr { get; } = new("psnr", "PSNR", "dB", 1, 2, f => f.Psnr);

    public static QualityMeasure WindowSsim { get; } = Score("window-ssim", "windowed SSIM", f => f.WindowSsim);

    public static ImmutableArray<QualityMeasure> All { get; } = [OwnMiou, OwnDice, TruthMiou, TruthDice, WindowPsnr, Psnr, WindowSsim];

    /// <summary>For files and ids, such as own-miou.</summary>
    public string Word { get; }

    /// <summary>For people.</summary>
    public string Name { get; }

    /// <summary>Of a difference at the same rate, such as BD-mIoU.</summary>
    public string DeltaName => $"BD-{Name.Split(' ')[^1]}";

    /// <summary>Of differences: points or dB.</summary>
    public string Unit { get; }

    /// <summary>From the measure to the unit of differences: 100 for scores, whose differences are told in points.</summary>
    public double Scale { get; }

    /// <summary>That a difference is printed with.</summary>
    public int Decimals { get; }

    /// <returns>Null where the measure is not defined: no class is there, or nothing differs, so that PSNR has no bound.</returns>
    public double? Of(PointFigures figures) => _value(figures);

    /// <returns>Null where the point failed or the measure is not defined.</returns>
    public double? Of(BenchPoint point) => point.Figures is { } figures ? _value(figures) : null;

    /// <summary>mIoU, background among the classes; null where no class is there.</summary>
    public static double? Uncoded(ClassAgreementCounts counts) => Means(counts).MeanIou;

    private static QualityMeasure Score(string word, string name, Func<PointFigures, double?> value) => new(word, name, "points", 100, 2, value);

    private static ClassMeans Means(ClassAgreementCounts counts) => ClassMeans.Of(ConfusionCounts.FromRows(counts.Voxels.AsSpan()));
}
