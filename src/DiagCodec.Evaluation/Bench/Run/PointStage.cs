using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Bench.Store;
using DiagCodec.Imaging.Faults;
using DiagCodec.Segmentation.Infer;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>One point through all stages that are missing.</summary>
internal static class PointStage
{
    /// <param name="run">What all workers know.</param>
    /// <param name="point">Whose case is prepared.</param>
    /// <param name="open">The worker's segmenter for the case.</param>
    /// <param name="cancellation">Ends programs.</param>
    /// <returns>Measured, or with the error that it failed with. Faults that would hit every point, such as a full disk, are thrown.</returns>
    public static async Task<PointOutcome> MeasureAsync(RunContext run, PointWork point, Func<CaseSegmenter> open, CancellationToken cancellation)
    {
        using var gate = await run.Gates.EnterAsync(point.Key, cancellation);
        var stored = StoredPoint.Read(run, point);
        if (stored.IsComplete)
        {
            return stored.ToOutcome(point);
        }

        if (FailedPoint.Read(run, point) is { } failed)
        {
            if (!run.Options.Retry)
            {
                return PointOutcome.Failed(point.Named with { Error = failed.Error });
            }

            if (failed.Judge is null)
            {
                // What was written may be what is wrong.
                CodingStage.Folder(run, point).Remove();
                stored = StoredPoint.Nothing;
            }
        }

        var contents = await point.Case.ContentsAsync(run, cancellation);
        DecodedCase? decoded;
        try
        {
            (stored, decoded) = await CodingStage.CompleteAsync(run, point, contents, stored, open, cancellation);
        }
        catch (DiagCodecException e) when (e is not OutputException)
        {
            return await FailAsync(run, point, e, judge: null, cancellation);
        }

        if (stored.Score is null)
        {
            // A network that cannot be opened fails everywhere, so that ends the bench.
            var segmenter = decoded!.Labels is null ? open() : null;
            try
            {
                stored = stored with { Score = await ScoreStage.MakeAsync(run, point, contents, decoded.Sha256, () => decoded.Labels ?? segmenter!.Segment(decoded.Volume!, cancellation), cancellation) };
            }
            catch (DiagCodecException e) when (e is not OutputException)
            {
                return await FailAsync(run, point, e, StageKey.Judge(point.Network.Sha256, run.Setup.Task), cancellation);
            }
        }

        FailedPoint.Remove(run, point);
        return stored.ToOutcome(point);
    }

    /// <summary>
    /// Ctrl-C on a terminal reaches a point's programs too, and their end may be seen before the signal: a point that was interrupted has
    /// not failed.
    /// </summary>
    private static async Task<PointOutcome> FailAsync(RunContext run, PointWork point, DiagCodecException fault, string? judge, CancellationToken cancellation)
    {
        await Task.Delay(run.SignalDelay, cancellation);
        return PointOutcome.Failed(FailedPoint.Write(run, point, fault, judge));
    }
}
