using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Bench.Methods.External.Programs;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Processes;

namespace DiagCodec.Evaluation.Bench.Methods.External.Video;

/// <summary>Feeds frames to ffmpeg, which writes the stream.</summary>
internal static class VideoEncoder
{
    /// <summary>Slices have no rate; rates per second are counted with this one.</summary>
    public const int FramesPerSecond = 25;

    private static readonly ExternalProgram Program = new("ffmpeg");

    /// <returns>The command line.</returns>
    /// <exception cref="ToolException">ffmpeg is missing or failed.</exception>
    public static async Task<string> EncodeAsync(
        VideoCodec codec, FrameSequence frames, double parameter, string folder, CancellationToken cancellation)
    {
        var arguments = Arguments(codec, frames.Format, codec.Rate(parameter, frames.Format));
        using var process = Program.Start(folder, arguments);
        var fed = await FrameFeed.WriteAsync(process, frames, cancellation);
        var code = await process.WaitAsync(cancellation);
        return fed && code == 0 ? Program.CommandLine(arguments) : throw Program.Failure(code, process.ErrorText);
    }

    private static ImmutableArray<string> Arguments(VideoCodec codec, FrameFormat format, string rate) =>
    [
        "-nostdin", "-v", "error",
        "-f", "rawvideo",
        "-pix_fmt", PixelFormat(format),
        "-video_size", FormattableString.Invariant($"{format.Width}x{format.Height}"),
        "-framerate", FramesPerSecond.ToString(CultureInfo.InvariantCulture),
        "-i", "pipe:0",
        "-fps_mode", "passthrough",
        "-threads", "1",
        "-c:v", codec.Encoder,
        .. codec.Options(rate),
        "-f", codec.Stream, codec.File,
    ];

    private static string PixelFormat(FrameFormat format) =>
        format.BitDepth == 8 ? "gray" : FormattableString.Invariant($"gray{format.BitDepth}le");
}
