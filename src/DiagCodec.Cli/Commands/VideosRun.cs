using System.Collections.Immutable;
using DiagCodec.Cli.Output;
using DiagCodec.Imaging.Files;
using DiagCodec.Imaging.Videos;

namespace DiagCodec.Cli.Commands;

/// <summary>Makes one video after the other; the data set appears when all are whole, since a video's images and masks lie apart.</summary>
internal static class VideosRun
{
    public static int Run(string output, int videos, VideoOptions first, bool overwrite, bool json, CliConsole console, CancellationToken cancellation)
    {
        first.Validate();
        using var progress = new ProgressLine(console);
        var made = ImmutableArray.CreateBuilder<MadeVideo>();
        using (var pending = new PendingFolder(output, overwrite))
        {
            for (var video = 1; video <= videos; video++)
            {
                var (options, name) = (first with { Seed = first.Seed + video - 1 }, VideoFolder.VideoName(video));
                VideoFolder.Write(pending.TemporaryPath, video, options, progress.Of($"making video {video} of {videos}:", " frames"), cancellation);
                made.Add(new MadeVideo(Path.Combine(output, VideoFolder.Images, name), Path.Combine(output, VideoFolder.Annotations, name), options.Seed));
            }

            cancellation.ThrowIfCancellationRequested();
            pending.Commit();
        }

        progress.Dispose();
        if (json)
        {
            JsonPrinter.Print(new VideosSummary(output, made.ToImmutable()), JsonPrinterContext.Default.VideosSummary, console);
        }
        else
        {
            console.Out.WriteLine(FormattableString.Invariant(
                $"{output}: {videos} {(videos == 1 ? "video" : "videos")} of {first.Frames} frames of {first.Columns}x{first.Rows}, seeds {first.Seed} to {first.Seed + videos - 1}"));
        }

        return ExitCodes.Done;
    }
}
