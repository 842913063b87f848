using DiagCodec.Allocation.Policies.Search;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Imaging.Files;

namespace DiagCodec.Evaluation.Bench.Methods.Hevc;

/// <summary>Candidates of a search on a case, encoded and judged where that was not done before. For one thread.</summary>
/// <param name="encoder">That encodes.</param>
/// <param name="input">The case, with its judge.</param>
/// <param name="identify">Gives the identity of a plan.</param>
internal sealed class HevcTrials(IVideoEncoder encoder, BenchInput input, Func<CodingPlan, string> identify) : IPlanJudge
{
    /// <summary>What all trials took when they were done.</summary>
    public TimeSpan Time { get; private set; }

    public async Task<PlanTrial> JudgeAsync(PlanCandidate candidate, CancellationToken cancellation)
    {
        var trial = await input.Judge!.TryAsync(identify(candidate.Plan), () => EncodeAsync(candidate.Plan, cancellation), cancellation);
        Time += TimeSpan.FromSeconds(trial.Seconds);
        return new PlanTrial(candidate, trial.Bytes, trial.OwnDice, trial.ReconstructionSha256);
    }

    private async Task<EncodedTrial> EncodeAsync(CodingPlan plan, CancellationToken cancellation)
    {
        using var work = new WorkFolder();
        var (frames, source) = (input.Prepared.Frames, input.Prepared.Series.Volume);
        var decoded = new ReconstructedVolume(source, frames.Format, frames.Mapping, input.Prepared.Padding);
        var video = await encoder.EncodeAsync(new EncodeRequest(frames, plan, work.Path) { Threads = 1, OnReconstruction = decoded.Take }, cancellation);
        return new EncodedTrial(video.Bytes, video.ReconstructionSha256, decoded.ToVolume());
    }
}
