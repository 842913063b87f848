using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Bench.Cases;
using DiagCodec.Evaluation.Bench.Methods;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>A case in memory. May be used by several threads at a time.</summary>
/// <param name="data">As read.</param>
/// <param name="own">The network's prediction on it.</param>
/// <param name="mask">The same without the classes that do not count.</param>
internal sealed class CaseContents(BenchCaseData data, LabelMap own, LabelMap mask)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(int? BitDepth, bool IsWindowed), PreparedSeries> _prepared = [];

    public Volume Volume => data.Series.Series.Volume;

    public LabelMap Truth => data.Series.Truth;

    public LabelMap Own => own;

    public LabelMap Mask => mask;

    public PaddingRuns Padding { get; } = PaddingRuns.Find(data.Series.Series.Volume);

    /// <summary>The mapping of the full stored range, over which PSNR is taken.</summary>
    public SampleMapping Full { get; } = SampleMappingChoice.For(data.Series.Series.Volume, null, null);

    /// <summary>As a method asks for it, with frames for one thread.</summary>
    public PreparedSeries Prepare(MethodFacts method, ValueRange window)
    {
        PreparedSeries? prepared;
        lock (_lock)
        {
            if (!_prepared.TryGetValue((method.BitDepth, method.IsWindowed), out prepared))
            {
                (double, double)? seen = method.IsWindowed ? ((window.Low + window.High) / 2, window.High - window.Low) : null;
                prepared = PreparedSeries.Of(data.Series.Series, method.BitDepth, seen, ChromaFormat.Luma400);
                _prepared.Add((method.BitDepth, method.IsWindowed), prepared);
            }
        }

        return prepared with { Frames = new FrameSequence(Volume, prepared.Frames.Mapping, prepared.Padding, prepared.Frames.Format.Chroma) };
    }
}
