using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Encode;

/// <summary>What tells apart two encoders that give different videos, as they say themselves: results that are kept are kept under it.</summary>
public static class EncoderIdentity
{
    /// <summary>Codes one small grey frame to hear name, version and options.</summary>
    /// <returns>One line.</returns>
    /// <exception cref="ToolException">The encoder is missing or failed.</exception>
    public static async Task<string> OfAsync(IVideoEncoder encoder, EncoderPreset preset, CancellationToken cancellation)
    {
        const int Width = FrameFormat.SmallestWidth;
        const int Height = FrameFormat.SmallestHeight;
        const int Qp = 32;
        var volume = new Volume(Width, Height, SampleFormat.UInt16, [new byte[Width * Height * SampleFormat.UInt16.Bytes()]]);
        var frames = new FrameSequence(volume, SampleMappingChoice.For(volume, null, null), PaddingRuns.Find(volume), ChromaFormat.Luma400);
        var map = QpMap.Uniform(frames.Format, frames.Count, Qp, GopStructure.Flat, QpMap.BlockSizes[0]);
        using var work = new WorkFolder();
        var plan = new CodingPlan("uniform", Qp, GopStructure.Flat.Name, preset, map);
        var video = await encoder.EncodeAsync(new EncodeRequest(frames, plan, work.Path) { Threads = 1 }, cancellation);
        return $"{encoder.Name} {preset} {video.Encoder} {video.Options}".ReplaceLineEndings(" ");
    }
}
