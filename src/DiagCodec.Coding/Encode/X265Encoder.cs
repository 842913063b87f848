using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Coding.QpMaps;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Processes;

namespace DiagCodec.Coding.Encode;

/// <summary>Drives tools/hevc-encoder: frames go in on its standard input, reconstructed frames come out on its standard output.</summary>
public sealed class X265Encoder : IVideoEncoder
{
    private const int OutputExitCode = 4;

    private readonly string _program;

    /// <param name="program">Path of the hevc-encoder program; see <see cref="X265Program"/>.</param>
    public X265Encoder(string program) => _program = program;

    public string Name => "x265";

    public async Task<EncodedVideo> EncodeAsync(EncodeRequest request, CancellationToken cancellation)
    {
        var video = Path.Combine(request.WorkFolder, "video.hevc");
        var statistics = Path.Combine(request.WorkFolder, "statistics.jsonl");
        var map = Path.Combine(request.WorkFolder, "qp-map.csv");
        WriteMap(map, request.Plan.Map);

        using var process = ToolProcess.Start(_program, Arguments(request, map, video, statistics));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var feeding = FrameFeed.WriteAsync(process, request.Frames, stop.Token);
        try
        {
            var (hash, given) = await DrainAsync(process, request, stop.Token);
            var code = await process.WaitAsync(cancellation);
            if (!await feeding || code != 0)
            {
                throw Failure(code, process.ErrorText, request.WorkFolder);
            }

            if (given != request.Frames.Count)
            {
                throw WrongCount(given, request.Frames.Count);
            }

            var (frames, summary) = X265Statistics.Read(statistics, request.Frames.Count);
            return new EncodedVideo(
                video, SizeOf(video), hash, summary.Encoder, summary.Options, frames, TimeSpan.FromSeconds(summary.CpuSeconds));
        }
        finally
        {
            // The frames are the caller's again when this returns, so the feeder must have let go of them.
            await stop.CancelAsync();
            process.Dispose();
            await ((Task)feeding).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static long SizeOf(string video)
    {
        var file = new FileInfo(video);
        return file.Exists && file.Length > 0 ? file.Length : throw new ToolException("the encoder ended without fault but wrote no video");
    }

    private static void WriteMap(string path, QpMap map)
    {
        try
        {
            using var writer = new StreamWriter(path);
            QpMapCsv.Write(writer, map);
        }
        catch (IOException e)
        {
            throw new OutputException($"{path}: cannot be written: {e.Message}; TMPDIR names another place for temporary files", e);
        }
    }

    private static List<string> Arguments(EncodeRequest request, string map, string video, string statistics)
    {
        var format = request.Frames.Format;
        List<string> arguments =
        [
            "--width", Text(format.Width),
            "--height", Text(format.Height),
            "--depth", Text(format.BitDepth),
            "--chroma", format.Chroma == ChromaFormat.Luma400 ? "400" : "420",
            "--preset", request.Plan.Preset.ToString().ToLowerInvariant(),
            "--qp-map", map,
            "--output", video,
            "--recon", "-",
            "--stats", statistics,
            "--frames", Text(request.Frames.Count),
        ];
        if (request.Threads is { } threads)
        {
            arguments.AddRange(["--threads", Text(threads)]);
        }

        if (request.PictureHash)
        {
            arguments.Add("--picture-hash");
        }

        return arguments;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task<(string Hash, int Frames)> DrainAsync(ToolProcess process, EncodeRequest request, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var frame = new byte[request.Frames.Format.FrameBytes];
        for (var i = 0; ; i++)
        {
            var count = await process.Output.ReadAtLeastAsync(frame, frame.Length, throwOnEndOfStream: false, cancellation);
            if (count > 0 && i == request.Frames.Count)
            {
                throw WrongCount(count < frame.Length ? i : i + 1, i);
            }

            if (count < frame.Length)
            {
                return (Convert.ToHexStringLower(hash.GetHashAndReset()), i);
            }

            hash.AppendData(frame);
            request.OnReconstruction?.Invoke(i, frame);
        }
    }

    private static ToolException WrongCount(int given, int expected) =>
        new($"the encoder gave back {given} of {expected} frames{(given == expected ? " and something more" : "")}");

    private static DiagCodecException Failure(int code, string words, string workFolder)
    {
        var said = words.Length == 0 ? "it said nothing" : words.ReplaceLineEndings(" ");
        return code == OutputExitCode
            ? new OutputException($"{workFolder}: the encoder cannot write: {said}; TMPDIR names another place for temporary files")
            : new ToolException($"the encoder stopped with exit code {code}: {said}");
    }
}
