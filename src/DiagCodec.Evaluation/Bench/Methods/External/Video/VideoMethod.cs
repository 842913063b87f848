using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Bench.Methods.External.Programs;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Bench.Methods.External.Video;

/// <summary>Codes the slices as one video: a raw Annex B stream in the case's folder.</summary>
internal sealed class VideoMethod(MethodFacts facts, VideoCodec codec) : IImageMethod
{
    private string? _identity;

    public MethodFacts Facts => facts;

    public async Task<string> IdentityAsync(CancellationToken cancellation) => _identity ??= await AskAsync(cancellation);

    public async Task<CodedCase> EncodeAsync(BenchInput input, double parameter, string folder, CancellationToken cancellation)
    {
        var command = await VideoEncoder.EncodeAsync(codec, input.Prepared.Frames, parameter, folder, cancellation);
        var file = new FileInfo(Path.Combine(folder, codec.File));
        return file.Exists && file.Length > 0
            ? new CodedCase(file.Length, [command])
            : throw new ToolException("ffmpeg ended without fault but wrote no video");
    }

    public Task<string> DecodeAsync(
        string folder, FrameFormat format, int frames, Action<int, ReadOnlyMemory<byte>> take, CancellationToken cancellation) =>
        VideoDecoder.DecodeAsync(codec, folder, format, frames, take, cancellation);

    private async Task<string> AskAsync(CancellationToken cancellation)
    {
        var program = await ProgramVersions.AskAsync("ffmpeg", cancellation);
        var library = await EncoderSignature.AskAsync(codec, cancellation);
        return $"{program}, {library}: -c:v {codec.Encoder} {string.Join(' ', codec.Options("*"))}";
    }
}
