using DiagCodec.Allocation.RateControl;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;

namespace DiagCodec.Evaluation.Bench.Methods.Hevc;

/// <summary>Our own rate control on a case: the fractional QP whose video is nearest to a size.</summary>
internal static class HevcRate
{
    /// <summary>Passes that a search usually takes, for estimates.</summary>
    public const int UsualPasses = 5;

    private const int FirstQp = 32;

    /// <param name="run">Codes the passes.</param>
    /// <param name="target">The size.</param>
    /// <param name="frames">Number of frames.</param>
    /// <param name="path">Where the video goes, when the search is over.</param>
    /// <param name="cancellation">Ends the encoder.</param>
    /// <exception cref="UsageException">No QP gives a size near the target; what is within reach is said.</exception>
    /// <exception cref="ToolException">The encoder failed.</exception>
    public static async Task<CodedCase> EncodeAsync(HevcRun run, RateTarget target, int frames, string path, CancellationToken cancellation)
    {
        using var work = new WorkFolder();
        var trial = Path.Combine(work.Path, "trial.hevc");
        var nearest = Path.Combine(work.Path, "nearest.hevc");
        var (best, bestMap) = (default(EncodedVideo), default(QpMap));
        var levels = new FractionalQp(frames);
        var outcome = await new RateSearch(target, levels).RunAsync(FirstQp * frames, async level =>
        {
            var map = levels.MapOf(level, run.MapAt);
            var video = await run.EncodeAsync(run.PlanOf(levels.BaseQpOf(level), map), trial, cancellation);
            if (best is null || Math.Abs(target.Deviation(video.Bytes)) < Math.Abs(target.Deviation(best.Bytes)))
            {
                HevcRun.Move(trial, nearest);
                (best, bestMap) = (video, map);
            }

            return video.Bytes;
        });
        RefuseUnreachable(outcome, target, best!.Bytes);
        HevcRun.Move(nearest, path);
        return run.Result(best, bestMap!);
    }

    private static void RefuseUnreachable(RateOutcome outcome, RateTarget target, long bytes)
    {
        if (outcome == RateOutcome.TooSmall)
        {
            throw new UsageException($"a video of {target.Bytes} bytes cannot be reached: it takes {bytes} even at base QP {QpMap.HighestQp}");
        }

        if (outcome == RateOutcome.TooLarge)
        {
            throw new UsageException($"a video of {target.Bytes} bytes cannot be reached: it takes no more than {bytes} at base QP {QpMap.LowestQp}, the finest");
        }
    }
}
