using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Files;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Allocation.Policies.Environment;

/// <summary>Codes a clip for real and has the network look at what comes back.</summary>
public sealed class PlanTrialRun
{
    private const int BitsPerByte = 8;

    private readonly IVideoEncoder _encoder;
    private readonly EncoderPreset _preset;

    /// <param name="encoder">May be used by several threads.</param>
    /// <param name="preset">Time against bits.</param>
    public PlanTrialRun(IVideoEncoder encoder, EncoderPreset preset) => (_encoder, _preset) = (encoder, preset);

    /// <param name="clip">Any number of runs may look at it at a time.</param>
    /// <param name="map">QPs of every frame and block.</param>
    /// <param name="segment">The network, for this run alone.</param>
    /// <param name="cancellation">Ends the encoder.</param>
    /// <exception cref="DiagCodec.Imaging.Faults.ToolException">The encoder is missing or failed.</exception>
    public async Task<PlanFigures> RunAsync(
        EnvironmentClip clip, QpMap map, Func<Volume, CancellationToken, LabelMap> segment, CancellationToken cancellation)
    {
        var (series, frames) = (clip.Prepared.Series, clip.Prepared.Frames);
        var volume = series.Volume;
        var own = new FrameSequence(volume, frames.Mapping, clip.Prepared.Padding, frames.Format.Chroma);
        var decoded = new ReconstructedVolume(volume, frames.Format, frames.Mapping, clip.Prepared.Padding);
        using var work = new WorkFolder();
        var plan = new CodingPlan("table", map.Frames[0].FrameQp, GopStructure.Step.Name, _preset, map);
        var video = await _encoder.EncodeAsync(
            new EncodeRequest(own, plan, work.Path) { Threads = 1, OnReconstruction = decoded.Take }, cancellation);
        var found = clip.Diagnosed(segment(decoded.ToVolume(), cancellation)).Labels.Span;
        var bits = video.Frames.Select(f => f.Bits).ToArray();
        bits[0] += (video.Bytes * BitsPerByte) - bits.Sum();
        return new PlanFigures(
            [.. bits],
            [.. SliceErrors.Of(clip.Mask.Labels.Span, found, volume.PixelsPerSlice)],
            [.. SliceErrors.Of(clip.Diagnosed(clip.Truth).Labels.Span, found, volume.PixelsPerSlice)]);
    }
}
