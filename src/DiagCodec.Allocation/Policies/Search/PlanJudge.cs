using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Allocation.Policies.Search;

/// <summary>
/// Encodes plans of one series and lets a network judge the reconstructions. What was judged is kept, so that several searches encode no
/// map twice; presets must not be mixed. Not for several threads at once.
/// </summary>
public sealed class PlanJudge : IPlanJudge
{
    private readonly PreparedSeries _prepared;
    private readonly LabelMap _own;
    private readonly Func<Volume, CancellationToken, LabelMap> _segment;
    private readonly IVideoEncoder _encoder;
    private readonly Dictionary<string, PlanTrial> _judged = [];

    /// <param name="prepared">The series.</param>
    /// <param name="own">What the network finds in the uncompressed slices.</param>
    /// <param name="segment">The network.</param>
    /// <param name="encoder">That encodes.</param>
    public PlanJudge(PreparedSeries prepared, LabelMap own, Func<Volume, CancellationToken, LabelMap> segment, IVideoEncoder encoder) =>
        (_prepared, _own, _segment, _encoder) = (prepared, own, segment, encoder);

    /// <summary>Threads for the encoder; null: all cores.</summary>
    public int? Threads { get; init; }

    /// <summary>As the winner will be encoded: it counts as bytes.</summary>
    public bool PictureHash { get; init; }

    /// <exception cref="ToolException">The encoder is missing or failed.</exception>
    /// <exception cref="OutputException">The place for temporary files is full or not writable.</exception>
    public async Task<PlanTrial> JudgeAsync(PlanCandidate candidate, CancellationToken cancellation)
    {
        var key = MapFingerprint.Of(candidate.Plan.Map);
        if (_judged.TryGetValue(key, out var known))
        {
            return known with { Candidate = candidate };
        }

        cancellation.ThrowIfCancellationRequested();
        using var work = new WorkFolder();
        var (frames, volume) = (_prepared.Frames, _prepared.Series.Volume);
        var decoded = new ReconstructedVolume(volume, frames.Format, frames.Mapping, _prepared.Padding);
        var video = await _encoder.EncodeAsync(
            new EncodeRequest(frames, candidate.Plan, work.Path) { Threads = Threads, PictureHash = PictureHash, OnReconstruction = decoded.Take }, cancellation);
        var found = _segment(decoded.ToVolume(), cancellation);
        return _judged[key] = new PlanTrial(candidate, video.Bytes, OwnAgreement.Dice(_own, found), video.ReconstructionSha256);
    }
}
