using DiagCodec.Segmentation.Infer;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>Does one thing at a time, with segmenters of its own.</summary>
internal sealed class BenchWorker(RunContext run, WorkQueue queue, BenchMeter meter) : IDisposable
{
    private readonly Dictionary<string, CaseSegmenter> _segmenters = new(StringComparer.Ordinal);

    public async Task RunAsync(CancellationToken cancellation)
    {
        while (await queue.NextAsync(cancellation) is var (index, work, point))
        {
            if (point is null)
            {
                CaseStage.Prepare(run, work, () => Segmenter(work.Network), cancellation);
                meter.Prepared(work);
                queue.Prepared(index);
                continue;
            }

            point.Outcome = await PointStage.MeasureAsync(run, point, () => Segmenter(point.Network), cancellation);
            meter.Finished(point);
            if (queue.Finished(index))
            {
                await PictureStage.MakeAsync(run, work, Segmenter, cancellation);
                work.Drop();
            }
        }
    }

    public void Dispose()
    {
        foreach (var segmenter in _segmenters.Values)
        {
            segmenter.Dispose();
        }
    }

    private CaseSegmenter Segmenter(BenchNetwork network)
    {
        if (!_segmenters.TryGetValue(network.Sha256, out var segmenter))
        {
            _segmenters.Add(network.Sha256, segmenter = network.Open());
        }

        return segmenter;
    }
}
