using DiagCodec.Coding;
using DiagCodec.Coding.Decode;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;

namespace DiagCodec.Allocation.RateControl;

/// <summary>
/// Frame-level rate control by search: the whole series is encoded at a few fractional QPs until its size meets the target. Every
/// frame keeps the QP that GOP structure and allocator give it, so the map's shape is the allocator's and only its level is searched.
/// </summary>
public sealed class RateControlledEncoder
{
    private readonly SeriesEncoder _encoder;

    public RateControlledEncoder(SeriesEncoder encoder) => _encoder = encoder;

    /// <summary>Told, after every pass that came nearer to the target than all before it, which one it was, from 1.</summary>
    public Action<int>? OnBest { get; init; }

    /// <param name="prepared">The series.</param>
    /// <param name="start">A plan at the QP to try first, which the search takes everything but QPs from.</param>
    /// <param name="mapAt">The allocator's map at a base QP, 0 to 51.</param>
    /// <param name="target">The size to reach.</param>
    /// <param name="output">Path of the archive; it appears only when it is whole.</param>
    /// <param name="settingsOf">Everything else, for pass 1, 2 ...; verification waits until the search is over.</param>
    /// <param name="cancellation">Leaves nothing behind.</param>
    /// <exception cref="UsageException">No QP gives a size near the target; what is within reach is said.</exception>
    public async Task<RateResult> EncodeAsync(
        PreparedSeries prepared,
        CodingPlan start,
        Func<int, QpMap> mapAt,
        RateTarget target,
        string output,
        Func<int, EncodeSettings> settingsOf,
        CancellationToken cancellation)
    {
        var first = settingsOf(1);
        using var archive = new PendingFile(output, first.Overwrite);
        using var work = new WorkFolder();
        var levels = new FractionalQp(prepared.Frames.Count);
        var search = new RateSearch(target, levels);
        var (pass, best) = (0, default(RateResult));
        var kept = Path.Combine(work.Path, "best.dgc");
        var outcome = await search.RunAsync(start.BaseQp * levels.Frames, async level =>
        {
            pass++;
            var plan = PlanOf(start, target, levels, level, mapAt);
            var trial = Path.Combine(work.Path, "trial.dgc");
            var settings = pass == 1 ? first : settingsOf(pass);
            var result = await _encoder.EncodeAsync(prepared, plan, trial, Quiet(settings, pass), cancellation);
            var bytes = target.Measure(result);
            if (best is null || Math.Abs(target.Deviation(bytes)) < Math.Abs(target.Deviation(best.Bytes)))
            {
                best = new RateResult(result, plan, target, bytes, levels.QpOf(level), pass, 0);
                File.Move(trial, kept, overwrite: true);
                OnBest?.Invoke(pass);
            }

            return bytes;
        });
        RefuseUnreachable(outcome, target, best!, levels);
        await CopyAsync(kept, archive, cancellation);
        if (first.Verify)
        {
            await SeriesEncoder.VerifyAsync(archive.TemporaryPath, new HevcDecoder(), first.Progress, cancellation);
        }

        cancellation.ThrowIfCancellationRequested();
        archive.Commit();
        return best! with { Encode = best.Encode with { Verified = first.Verify }, Passes = pass };
    }

    private static CodingPlan PlanOf(CodingPlan start, RateTarget target, FractionalQp levels, int level, Func<int, QpMap> mapAt) => start with
    {
        BaseQp = levels.BaseQpOf(level),
        Map = levels.MapOf(level, mapAt),
        TargetBytes = target.Bytes,
        TargetOf = target.Counts == RateCounts.Archive ? "archive" : "video",
    };

    private static EncodeSettings Quiet(EncodeSettings settings, int pass) => settings with
    {
        Overwrite = true,
        Verify = false,
        Progress = settings.Progress is { } progress ? new PassProgress(progress, pass) : null,
    };

    private static void RefuseUnreachable(RateOutcome outcome, RateTarget target, RateResult best, FractionalQp levels)
    {
        var what = target.Counts == RateCounts.Archive ? "the archive" : "the video";
        if (outcome == RateOutcome.TooSmall)
        {
            throw new UsageException(
                $"a target of {target.Bytes} bytes cannot be reached: {what} takes {best.Bytes} even at base QP {levels.BaseQpOf(levels.Last)}; ask for that or more, or choose a slower preset");
        }

        if (outcome == RateOutcome.TooLarge)
        {
            throw new UsageException(
                $"a target of {target.Bytes} bytes cannot be reached: {what} takes no more than {best.Bytes} at base QP 0, the finest; ask for that or less");
        }
    }

    private static async Task CopyAsync(string from, PendingFile to, CancellationToken cancellation)
    {
        try
        {
            await using var source = File.OpenRead(from);
            await source.CopyToAsync(to.Stream, cancellation);
            await to.Stream.FlushAsync(cancellation);
        }
        catch (IOException e)
        {
            throw new OutputException($"the archive cannot be written: {e.Message}", e);
        }
    }

    private sealed class PassProgress(IProgress<CodingProgress> progress, int pass) : IProgress<CodingProgress>
    {
        public void Report(CodingProgress value) => progress.Report(value with { Stage = $"pass {pass}, {value.Stage}" });
    }
}
