using System.Globalization;
using System.Security.Cryptography;
using DiagCodec.Coding.Archive;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Processes;

namespace DiagCodec.Coding.Decode;

/// <summary>Decodes an Annex B stream with ffmpeg, as a process, one frame at a time.</summary>
public sealed class HevcDecoder : IStreamDecoder
{
    private readonly string _program;

    /// <param name="program">ffmpeg by name or path.</param>
    public HevcDecoder(string program = "ffmpeg") => _program = program;

    /// <summary>Threads that ffmpeg may use, 1 or more; null: as many as it likes. The frames do not depend on it.</summary>
    public int? Threads { get; init; }

    /// <summary>What is run, without the folder of the program.</summary>
    public string CommandLine(FrameFormat format) => string.Join(' ', [Path.GetFileName(_program), .. Arguments(format)]);

    /// <inheritdoc/>
    public async Task<StreamProof> DecodeAsync(Stream stream, VideoSection video, Action<int, ReadOnlyMemory<byte>> onFrame, CancellationToken cancellation) =>
        video.Learned is { } learned
            ? throw new InvalidInputException($"the archive holds no HEVC video, but a stream of {learned.Codec}")
            : new StreamProof(await DecodeAsync(stream, video.Format, video.Frames, onFrame, cancellation), null);

    /// <param name="video">The stream; read to its end.</param>
    /// <param name="format">Size and layout that the stream must have.</param>
    /// <param name="frames">Number of frames that must come out.</param>
    /// <param name="onFrame">Called with every frame in order; the memory is reused after the call.</param>
    /// <param name="cancellation">Ends ffmpeg.</param>
    /// <returns>Lower-case hex SHA-256 over all frames.</returns>
    /// <exception cref="VerificationException">Not that many frames came out.</exception>
    /// <exception cref="ToolException">ffmpeg is missing, cannot run, or was killed.</exception>
    public async Task<string> DecodeAsync(
        Stream video,
        FrameFormat format,
        int frames,
        Action<int, ReadOnlyMemory<byte>> onFrame,
        CancellationToken cancellation)
    {
        using var process = ToolProcess.Start(_program, Arguments(format));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var feeding = FeedAsync(process, video, stop.Token);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var frame = new byte[format.FrameBytes];
        try
        {
            for (var i = 0; i < frames; i++)
            {
                if (await process.Output.ReadAtLeastAsync(frame, frame.Length, throwOnEndOfStream: false, cancellation) < frame.Length)
                {
                    var code = await process.WaitAsync(cancellation);
                    throw TooShort(code, $"after {i} of {frames} frames{Words(process)}");
                }

                hash.AppendData(frame);
                onFrame(i, frame);
            }

            if (await process.Output.ReadAsync(frame.AsMemory(0, 1), cancellation) != 0)
            {
                throw new VerificationException($"the video goes on after {frames} frames");
            }
        }
        finally
        {
            await stop.CancelAsync();
            process.Dispose();
            await feeding;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>ffmpeg that cannot run (126, 127) or was ended by a signal (128 + its number) says nothing against the video.</summary>
    private static DiagCodecException TooShort(int code, string where) => code is 126 or 127 or 132 or 134 or 135 or 137 or 139 or 143
        ? new ToolException($"ffmpeg stopped with exit code {code} {where}")
        : new VerificationException($"the video ends {where}");

    private string[] Arguments(FrameFormat format) =>
    [
        "-nostdin", "-v", "error",
        .. Threads is { } threads ? ["-threads", threads.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
        "-f", "hevc", "-i", "pipe:0",
        "-f", "rawvideo", "-fps_mode", "passthrough", "-pix_fmt", PixelFormat(format), "pipe:1",
    ];

    private static string PixelFormat(FrameFormat format)
    {
        var depth = format.BitDepth == 8 ? "" : string.Create(CultureInfo.InvariantCulture, $"{format.BitDepth}le");
        return format.Chroma == ChromaFormat.Luma400 ? $"gray{depth}" : $"yuv420p{depth}";
    }

    private static string Words(ToolProcess process) =>
        process.ErrorText.Length == 0 ? "" : $" (ffmpeg: {process.ErrorText.ReplaceLineEndings(" ")})";

    private static async Task FeedAsync(ToolProcess process, Stream video, CancellationToken cancellation)
    {
        try
        {
            await using var input = process.Input;
            await video.CopyToAsync(input, cancellation);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // ffmpeg stopped reading or was ended; what came out of it decides.
        }
    }
}
