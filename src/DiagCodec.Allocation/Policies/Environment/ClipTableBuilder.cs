using System.Collections.Concurrent;
using System.Collections.Immutable;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Segmentation.Infer;

namespace DiagCodec.Allocation.Policies.Environment;

/// <summary>clips -> coded plans -> tables. Plans are coded side by side; each is kept as soon as it is there.</summary>
public sealed class ClipTableBuilder
{
    private readonly PlanTrialRun _trial;
    private readonly ClipTableStore _store;
    private readonly int _workers;

    /// <param name="encoder">May be used by several threads.</param>
    /// <param name="preset">Time against bits.</param>
    /// <param name="store">Where figures are kept.</param>
    /// <param name="workers">Plans at a time, 1 or more.</param>
    public ClipTableBuilder(IVideoEncoder encoder, EncoderPreset preset, ClipTableStore store, int workers) =>
        (_trial, _store, _workers) = (new PlanTrialRun(encoder, preset), store, workers);

    /// <param name="clip">What is coded.</param>
    /// <param name="identity">What tells its figures apart from those of other clips, weights and encoders.</param>
    /// <param name="block">64, 32 or 16.</param>
    /// <param name="margin">Blocks round one that holds mask.</param>
    /// <param name="open">Gives a worker its network.</param>
    /// <param name="done">Told after every plan.</param>
    /// <param name="cancellation">Leaves what is there.</param>
    public async Task<ClipTable> BuildAsync(
        EnvironmentClip clip, string identity, int block, int margin, Func<CaseSegmenter> open, Action done, CancellationToken cancellation)
    {
        var format = clip.Prepared.Frames.Format;
        var grid = CodedGrid.Of(format.BitDepth);
        var figures = new ConcurrentDictionary<QpSpan, PlanFigures>();
        var mask = clip.Mask;
        var missing = new ConcurrentQueue<QpSpan>();
        foreach (var span in grid)
        {
            if (_store.Read(KeyOf(span)) is { } kept && kept.Bits.Length == clip.Frames)
            {
                figures[span] = kept;
                done();
            }
            else
            {
                missing.Enqueue(span);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, Math.Min(_workers, missing.Count)).Select(_ => Task.Run(WorkAsync, cancellation)));
        var diagnosed = mask.Labels.Span;
        var truth = clip.Diagnosed(clip.Truth).Labels.Span;
        return new ClipTable(
            clip.Name,
            SliceErrors.Foreground(diagnosed),
            SliceErrors.Foreground(truth),
            [.. SliceErrors.Of(truth, diagnosed, clip.Prepared.Series.Volume.PixelsPerSlice)],
            figures);

        string KeyOf(QpSpan span) => ClipTableStore.Key(identity, FormattableString.Invariant($"{block} {margin} {span.Foreground} {span.Background}"));

        async Task WorkAsync()
        {
            using var network = open();
            while (missing.TryDequeue(out var span))
            {
                cancellation.ThrowIfCancellationRequested();
                var made = await _trial.RunAsync(clip, MapOf(span, clip, mask, block, margin), network.Segment, cancellation);
                _store.Write(KeyOf(span), made);
                figures[span] = made;
                done();
            }
        }
    }

    private static QpMap MapOf(QpSpan span, EnvironmentClip clip, LabelMap mask, int block, int margin)
    {
        var format = clip.Prepared.Frames.Format;
        var shares = new MaskShares(mask, format, clip.Frames, block);
        var step = GopStructure.Step.FrameQp(0, 1);
        var uniform = QpMap.Uniform(format, clip.Frames, span.Foreground - step, GopStructure.Step, block);
        var offset = (sbyte)(span.Background - span.Foreground);
        return uniform.WithOffsets(i => Array.ConvertAll(
            BlockClasses.Foreground(shares.Of(i), shares.Columns, margin), isForeground => isForeground ? (sbyte)0 : offset));
    }
}
