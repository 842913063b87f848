using System.Collections.Immutable;
using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Bench.Methods.External.Programs;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Bench.Methods.External.Video;

/// <summary>Decodes a stream with ffmpeg's own decoders, one frame at a time.</summary>
internal static class VideoDecoder
{
    private static readonly ExternalProgram Program = new("ffmpeg");

    /// <returns>The command line.</returns>
    /// <exception cref="ToolException">ffmpeg is missing or failed, or the stream holds something else.</exception>
    public static async Task<string> DecodeAsync(
        VideoCodec codec, string folder, FrameFormat format, int frames, Action<int, ReadOnlyMemory<byte>> take, CancellationToken cancellation)
    {
        // Y4M says size and depth as they are in the stream, and nothing is converted on the way.
        ImmutableArray<string> arguments =
        [
            "-nostdin", "-v", "error", "-xerror", "-err_detect", "explode", "-threads", "1",
            "-f", codec.Stream, "-i", codec.File,
            "-fps_mode", "passthrough", "-strict", "-1", "-f", "yuv4mpegpipe", "pipe:1",
        ];
        using var process = Program.Start(folder, arguments);
        process.Input.Close();
        var video = new Y4mFrames(codec.File, process.Output);
        var frame = new byte[format.FrameBytes];
        if (!await video.OpenAsync(format, codec.DecodesWithChroma, cancellation))
        {
            throw Program.Failure(await process.WaitAsync(cancellation), process.ErrorText);
        }

        for (var i = 0; i < frames; i++)
        {
            if (!await video.ReadAsync(frame, cancellation))
            {
                var words = FormattableString.Invariant($"{codec.File} ends after {i} of {frames} frames");
                throw Program.Failure(await process.WaitAsync(cancellation), $"{words} {process.ErrorText}");
            }

            take(i, frame);
        }

        if (await video.ReadAsync(frame, cancellation))
        {
            throw new ToolException(FormattableString.Invariant($"{codec.File} goes on after {frames} frames"));
        }

        // Concealed damage gives frames, and words.
        var code = await process.WaitAsync(cancellation);
        return code == 0 && process.ErrorText.Length == 0 ? Program.CommandLine(arguments) : throw Program.Failure(code, process.ErrorText);
    }
}
