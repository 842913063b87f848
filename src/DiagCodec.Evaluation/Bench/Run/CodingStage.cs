using System.Diagnostics;
using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Bench.Methods;
using DiagCodec.Evaluation.Bench.Score;
using DiagCodec.Evaluation.Bench.Store;
using DiagCodec.Imaging.Faults;
using DiagCodec.Segmentation.Infer;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>Second and third stage: encodes, decodes what was written, and compares.</summary>
internal static class CodingStage
{
    /// <summary>Makes what is missing up to the score.</summary>
    /// <param name="run">What all workers know.</param>
    /// <param name="point">Whose case is prepared.</param>
    /// <param name="contents">Of its case.</param>
    /// <param name="stored">What is there.</param>
    /// <param name="open">The worker's segmenter for the case, for methods that ask the network.</param>
    /// <param name="cancellation">Ends programs.</param>
    /// <returns>With it what was decoded, where there is no score of it.</returns>
    /// <exception cref="ToolException">A program failed.</exception>
    /// <exception cref="VerificationException">The decoder gives something else than the encoder promised.</exception>
    public static async Task<(StoredPoint Stored, DecodedCase? Decoded)> CompleteAsync(
        RunContext run, PointWork point, CaseContents contents, StoredPoint stored, Func<CaseSegmenter> open, CancellationToken cancellation)
    {
        var prepared = contents.Prepare(point.Method.Facts, run.Window);
        var coded = await CodedAsync(run, point, contents, prepared, stored.Coded, open, cancellation);
        stored = stored.With(run, point, coded);
        DecodedCase? found = null;
        if (stored.Score is null)
        {
            found = await DecodeAsync(run, point, contents, prepared, coded, cancellation);
            var decoded = stored.Decoded ?? Compare(run, point, contents, coded, found);
            if (decoded.Sha256 != found.Sha256)
            {
                throw new VerificationException($"{point.Method.Facts.Name}: decoding the same stream again gives other values");
            }

            stored = stored with { Decoded = decoded, Score = ScoreStage.Read(run, point, decoded.Sha256) };
        }

        if (coded.QpsSha256 is not null && stored.Qps is null)
        {
            stored = stored with { Qps = Qps(run, point, contents, prepared, coded) };
        }

        return (stored, found);
    }

    /// <summary>Decodes what was kept, encoding again where that was changed.</summary>
    public static async Task<DecodedCase> DecodeAgainAsync(
        RunContext run, PointWork point, CaseContents contents, Func<CaseSegmenter> open, CancellationToken cancellation)
    {
        var prepared = contents.Prepare(point.Method.Facts, run.Window);
        var coded = await CodedAsync(run, point, contents, prepared, Folder(run, point).Read(), open, cancellation);
        return await DecodeAsync(run, point, contents, prepared, coded, cancellation);
    }

    public static CodedFolder Folder(RunContext run, PointWork point) => new(run.Folder.Coded(point.Key), point.Key);

    private static async Task<CodedFacts> CodedAsync(
        RunContext run, PointWork point, CaseContents contents, PreparedSeries prepared, CodedFacts? kept, Func<CaseSegmenter> open, CancellationToken cancellation)
    {
        if (kept is not null && Folder(run, point).IsWhole(kept))
        {
            return kept;
        }

        var input = new BenchInput(prepared, contents.Mask) { Judge = new TrialStage(run, point, contents, open) };
        return point.Method is IPlannedMethod planned && await planned.PlanAsync(input, point.Parameter, cancellation) is { } plan
            ? await PlanStage.CodedAsync(run, point, planned, input, plan, cancellation)
            : await EncodeAsync(run, point, input, TimeSpan.Zero, stream => point.Method.EncodeAsync(input, point.Parameter, stream, cancellation));
    }

    /// <summary>Codes a case into its point's folder.</summary>
    /// <param name="run">What all workers know.</param>
    /// <param name="point">Whose folder it is.</param>
    /// <param name="input">That is coded.</param>
    /// <param name="before">What choosing the QPs took before this.</param>
    /// <param name="encode">Gets an empty folder.</param>
    public static Task<CodedFacts> EncodeAsync(
        RunContext run, PointWork point, BenchInput input, TimeSpan before, Func<string, Task<CodedCase>> encode) =>
        Folder(run, point).WriteAsync(input.Prepared.Frames.Format.BitDepth, async stream =>
        {
            var watch = Stopwatch.StartNew();
            var coded = await encode(stream);
            return (coded, before + watch.Elapsed);
        });

    private static async Task<DecodedCase> DecodeAsync(
        RunContext run, PointWork point, CaseContents contents, PreparedSeries prepared, CodedFacts coded, CancellationToken cancellation)
    {
        var found = await DecodedCase.OfAsync(point.Method, Folder(run, point).Stream, contents, prepared, cancellation);
        return coded.ReconstructionSha256 is { } promised && promised != found.FramesSha256
            ? throw new VerificationException(
                $"{point.Method.Facts.Name}: the decoder gives other frames than the encoder promised: SHA-256 {found.FramesSha256}, expected {promised}")
            : found;
    }

    private static DecodedFacts Compare(RunContext run, PointWork point, CaseContents contents, CodedFacts coded, DecodedCase found)
    {
        var watch = Stopwatch.StartNew();
        var fidelity = found.Volume is { } volume ? Fidelity.Of(contents.Volume, volume, contents.Full, contents.Padding, run.Window) : null;
        var facts = new DecodedFacts(
            found.Sha256, fidelity?.Psnr, fidelity?.WindowPsnr, fidelity?.WindowSsim, found.Command, found.Time.TotalSeconds, watch.Elapsed.TotalSeconds);
        var key = StageKey.Decoded(point.Key, coded.StreamSha256, run.Window);
        CacheFile.Write(run.Folder.Decoded(key), key, facts, CacheContext.Default.DecodedFacts);
        return facts;
    }

    private static QpFacts Qps(RunContext run, PointWork point, CaseContents contents, PreparedSeries prepared, CodedFacts coded)
    {
        var facts = BlockQpMeans.Of(Folder(run, point).ReadMap(coded)!, contents.Mask, prepared.Frames.Format);
        var key = StageKey.Qps(point.Key, coded.QpsSha256!, point.Case.Facts!.MaskSha256);
        CacheFile.Write(run.Folder.Qps(key), key, facts, CacheContext.Default.QpFacts);
        return facts;
    }
}
