using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Processes;

namespace DiagCodec.Coding.Encode.Hm;

/// <summary>
/// Drives a user's own TAppEncoder of HM 16.x, the reference encoder: frame QPs through its dQPs file, block QPs through an option
/// that only changed builds have. Presets and threads mean nothing to it. docs/hm.md says what is set and why.
/// </summary>
public sealed class HmEncoder : IVideoEncoder
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly HmOptions _options;

    public HmEncoder(HmOptions options) => _options = options;

    public string Name => "hm";

    /// <exception cref="UsageException">The plan has block offsets for other blocks than CTUs, or the map option is no option.</exception>
    /// <inheritdoc/>
    public async Task<EncodedVideo> EncodeAsync(EncodeRequest request, CancellationToken cancellation)
    {
        var (frames, map) = (request.Frames, request.Plan.Map);
        var named = HmCtuMap.Option(_options.MapOption);
        var mapOption = HmCtuMap.IsNeeded(map) ? named : null;
        var qps = HmFrameQps.Of(request.Plan, frames.Format.BitDepth);
        var configuration = new HmConfiguration(frames.Format, frames.Count, qps, request.PictureHash);
        using var files = new HmFiles(request.WorkFolder);
        files.Write(frames, configuration, qps, mapOption is null ? null : map, cancellation);

        var log = new HmLog(qps.Asked, mapOption);
        using var reconstruction = new HmReconstruction(frames, files.Reconstruction, request.OnReconstruction);
        await RunAsync(Arguments(files, mapOption), log, reconstruction, cancellation);

        var pictures = log.Complete();
        var bytes = SizeOf(files.Video, log.BytesWritten);
        var (hash, errors) = reconstruction.TakeRest(cancellation);
        return new EncodedVideo(
            files.Video,
            bytes,
            hash,
            $"HM {log.Version}",
            $"{configuration.Line}; --dQPFile=FILE{(mapOption is null ? "" : $"; {mapOption}=FILE")}",
            [.. pictures.Select((p, i) => Statistics(i, p, qps.Asked[i], errors[i], frames.Format))],
            log.ProcessorTime);
    }

    private static FrameStatistics Statistics(int frame, HmPicture picture, int qp, double error, FrameFormat format) => new(
        frame,
        picture.Type,
        qp,
        picture.Bits,
        error,
        error == 0 ? null : 10 * Math.Log10((double)format.LargestCode * format.LargestCode * format.LumaSamples / error),
        1000 * picture.Seconds);

    /// <summary>Paths go on the command line, because HM's file of settings has no way to write every name.</summary>
    private static List<string> Arguments(HmFiles files, string? mapOption)
    {
        List<string> arguments =
        [
            "-c", files.Configuration,
            $"--InputFile={files.Frames}",
            $"--BitstreamFile={files.Video}",
            $"--ReconFile={files.Reconstruction}",
            $"--dQPFile={files.DeltaQps}",
        ];
        if (mapOption is not null)
        {
            arguments.Add($"{mapOption}={files.Map}");
        }

        return arguments;
    }

    private static long SizeOf(string video, long? said)
    {
        var file = new FileInfo(video);
        if (!file.Exists || file.Length == 0)
        {
            throw HmFault.Incomplete(video, "HM ended without fault but wrote no video");
        }

        if (file.Length < said)
        {
            throw HmFault.Incomplete(video, $"HM's video has {file.Length} bytes, HM says {said}");
        }

        // H.265 B.2.1: a byte stream begins with zeros and a one.
        using var stream = file.OpenRead();
        Span<byte> start = stackalloc byte[4];
        return stream.ReadAtLeast(start, 4, throwOnEndOfStream: false) == 4 && start is [0, 0, 1, _] or [0, 0, 0, 1]
            ? file.Length
            : throw new ToolException("HM's video is no HEVC byte stream: it does not begin with a start code");
    }

    private async Task RunAsync(List<string> arguments, HmLog log, HmReconstruction reconstruction, CancellationToken cancellation)
    {
        using var process = HmProcess.Start(_options.Program, arguments);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var listening = ListenAsync(process, log, stop.Token);
        try
        {
            // HM's words come late, because it does not flush them into a pipe; its reconstruction tells how far it is.
            while (!listening.IsCompleted)
            {
                reconstruction.TakeReady(cancellation);
                await Task.WhenAny(listening, Task.Delay(Pause, cancellation));
                cancellation.ThrowIfCancellationRequested();
            }

            await listening;
            var code = await process.WaitAsync(cancellation);
            Array.ForEach(process.ErrorText.Split('\n'), log.CheckOption);
            if (code != 0)
            {
                throw HmFault.Stopped(code, process.ErrorText, log.LastWords);
            }
        }
        finally
        {
            await stop.CancelAsync();
            process.Dispose();
            await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task ListenAsync(ToolProcess process, HmLog log, CancellationToken cancellation)
    {
        using var output = new StreamReader(process.Output);
        var lines = new HmLines(output);
        while (await lines.NextAsync(cancellation) is { } line)
        {
            log.Add(line);
        }
    }
}
