using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DiagCodec.Cli.Output;
using DiagCodec.Imaging.Videos;

namespace DiagCodec.Cli.Commands;

/// <summary>diagcodec videos: parses; <see cref="VideosRun"/> does the work.</summary>
internal static class VideosCommand
{
    public static Command Create(CliConsole console)
    {
        var defaults = new VideoOptions();
        var output = CommonOptions.OutputPath($"Folder for the videos: {VideoFolder.Images}/video-0001/00000.png ..., {VideoFolder.Annotations}/video-0001/00000.png ...");
        var videos = CommonOptions.Number("--videos", "How many.", 20, 1, 9999);
        var frames = CommonOptions.Number("--frames", "Frames of each video.", defaults.Frames, 1, 1000);
        var size = new Option<(int Columns, int Rows)>("--size")
        {
            Description = "Pixels of a frame, 64 to 2048 either way. Another size shows the same scenes.",
            HelpName = "WIDTHxHEIGHT",
            DefaultValueFactory = _ => (defaults.Columns, defaults.Rows),
            CustomParser = Size,
        };
        var seed = CommonOptions.Number("--seed", "Seed of the first video; the others count up from it.", defaults.Seed, 0, int.MaxValue - 9999);
        var json = CommonOptions.Json();
        var overwrite = CommonOptions.Overwrite();
        var command = new DocumentedCommand(
            "videos",
            "Makes videos of moving objects with masks, to pretrain policies on.",
            "Grey pictures in the folders of the DAVIS data sets; in the annotations 1 is object and 0 is not. The folder appears when all\nvideos are whole. The same seed and options give the same files.",
            "diagcodec videos -o videos --videos 20 --seed 1",
            "diagcodec videos -o small --videos 2 --frames 9 --size 224x128") { output, videos, frames, size, seed, json, overwrite };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => VideosRun.Run(
                parsed.GetRequiredValue(output),
                parsed.GetValue(videos),
                new VideoOptions
                {
                    Seed = parsed.GetValue(seed),
                    Frames = parsed.GetValue(frames),
                    Columns = parsed.GetValue(size).Columns,
                    Rows = parsed.GetValue(size).Rows,
                },
                parsed.GetValue(overwrite),
                parsed.GetValue(json),
                console,
                cancellation),
            cancellation));
        return command;
    }

    private static (int Columns, int Rows) Size(ArgumentResult result)
    {
        var parts = result.Tokens[0].Value.Split('x');
        if (parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var columns)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var rows))
        {
            return (columns, rows);
        }

        result.AddError($"--size {result.Tokens[0].Value}: expected WIDTHxHEIGHT in pixels, for example 448x256");
        return default;
    }
}
