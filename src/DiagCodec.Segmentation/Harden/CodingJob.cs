using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Segmentation.Harden;

/// <summary>
/// A run of slices to be coded as `encode` codes the series by default: its sample mapping, which covers the range of the whole series,
/// its padding, and the step GOP. May run beside other jobs of the same series.
/// </summary>
public sealed class CodingJob
{
    private readonly PreparedSeries _prepared;
    private readonly SliceRun _run;
    private readonly Volume _slices;

    /// <param name="prepared">The whole series; only its mapping and format are used, so that jobs can share it.</param>
    /// <param name="truth">Of the whole series, on its grid.</param>
    /// <param name="run">What is coded.</param>
    /// <param name="variant">QPs.</param>
    /// <param name="preset">Speed against bits.</param>
    public CodingJob(PreparedSeries prepared, LabelMap truth, SliceRun run, CodingVariant variant, EncoderPreset preset)
    {
        (_prepared, _run) = (prepared, run);
        _slices = prepared.Series.Volume.Clip(run.First, run.Count);
        var gop = GopStructure.Step;
        Plan = new CodingPlan(variant.BackgroundOffset == 0 ? "uniform" : "roi", variant.BaseQp, gop.Name, preset, variant.Map(truth.Clip(run.First, run.Count), prepared.Frames.Format, gop));
    }

    public CodingPlan Plan { get; }

    /// <summary>The slices as they were read.</summary>
    public Volume Source => _slices;

    public SliceRun Run => _run;

    public SampleMapping Mapping => _prepared.Frames.Mapping;

    /// <param name="encoder">Its reconstruction is what a decoder makes of the video.</param>
    /// <param name="threads">For the encoder; null: all cores.</param>
    /// <param name="cancellation">Ends the encoder.</param>
    /// <exception cref="ToolException">The encoder is missing or failed.</exception>
    public async Task<CodedVolume> EncodeAsync(IVideoEncoder encoder, int? threads, CancellationToken cancellation)
    {
        var padding = PaddingRuns.Find(_slices);
        var frames = new FrameSequence(_slices, Mapping, padding, _prepared.Frames.Format.Chroma);
        var decoded = new ReconstructedVolume(_slices, frames.Format, Mapping, padding);
        using var work = new WorkFolder();
        var video = await encoder.EncodeAsync(
            new EncodeRequest(frames, Plan, work.Path)
            {
                Threads = threads,
                OnReconstruction = decoded.Take,
            },
            cancellation);
        return new CodedVolume(decoded.ToVolume(), _run, video.Bytes);
    }
}
