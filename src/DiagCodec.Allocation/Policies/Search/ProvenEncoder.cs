using DiagCodec.Coding.Encode;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Allocation.Policies.Search;

/// <summary>Encodes the plan of a trial again, and sees to it that the same comes of it: what was proved of the trial then holds for this video.</summary>
/// <param name="encoder">That made the trial.</param>
/// <param name="trial">That is made again.</param>
public sealed class ProvenEncoder(IVideoEncoder encoder, PlanTrial trial) : IVideoEncoder
{
    public string Name => encoder.Name;

    /// <inheritdoc/>
    public async Task<EncodedVideo> EncodeAsync(EncodeRequest request, CancellationToken cancellation)
    {
        var video = await encoder.EncodeAsync(request, cancellation);
        return (video.Bytes, video.ReconstructionSha256) == (trial.VideoBytes, trial.ReconstructionSha256)
            ? video
            : throw new ToolException($"the encoder gave {video.Bytes} bytes for {trial.Candidate.Name}, but {trial.VideoBytes} when it was tried: its output changes from run to run, so nothing can be proved of it; use an encoder that repeats itself");
    }
}
