using System.Collections.Immutable;
using System.Text;
using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Bench.Methods.External.Programs;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Bench.Methods.External.Video;

/// <summary>Version and build of the library behind ffmpeg's encoder, which only its streams tell: both sign the first picture with an SEI message.</summary>
internal static class EncoderSignature
{
    /// <summary>What follows is who wrote it, and the options.</summary>
    private const string End = " - H.26";

    private static readonly ExternalProgram Program = new("ffmpeg");

    /// <returns>Such as: x264 - core 164 r3095 baee400.</returns>
    /// <exception cref="ToolException">ffmpeg is missing, has no such encoder, or the encoder does not sign.</exception>
    public static async Task<string> AskAsync(VideoCodec codec, CancellationToken cancellation)
    {
        var text = Encoding.Latin1.GetString(await CodeAsync(codec, cancellation));
        var start = text.IndexOf(codec.Signature, StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf(End, start, StringComparison.Ordinal);
        return end > start
            ? text[start..end]
            : throw new ToolException($"{codec.Encoder} of ffmpeg does not tell its version; install the one of scripts/setup");
    }

    /// <summary>One black picture.</summary>
    private static async Task<byte[]> CodeAsync(VideoCodec codec, CancellationToken cancellation)
    {
        const int Width = FrameFormat.SmallestWidth;
        const int Height = FrameFormat.SmallestHeight;
        ImmutableArray<string> arguments =
        [
            "-nostdin", "-v", "error", "-f", "rawvideo", "-pix_fmt", "gray", "-video_size", FormattableString.Invariant($"{Width}x{Height}"),
            "-i", "pipe:0", "-threads", "1", "-c:v", codec.Encoder, "-f", codec.Stream, "pipe:1",
        ];
        using var process = Program.Start(null, arguments);
        try
        {
            await using var input = process.Input;
            await input.WriteAsync(new byte[Width * Height], cancellation);
        }
        catch (IOException)
        {
            // It stopped reading; its exit code and words say why.
        }

        using var stream = new MemoryStream();
        await process.Output.CopyToAsync(stream, cancellation);
        var code = await process.WaitAsync(cancellation);
        return code == 0 ? stream.ToArray() : throw Program.Failure(code, process.ErrorText);
    }
}
