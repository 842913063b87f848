using System.CommandLine;
using System.Globalization;
using DiagCodec.Cli.Output;
using DiagCodec.Coding.Archive;
using DiagCodec.Coding.Prepare;
using DiagCodec.Coding.QpMaps;
using DiagCodec.Imaging.Files;

namespace DiagCodec.Cli.Commands;

/// <summary>diagcodec info: what an archive holds. It believes the manifest; <c>verify</c> checks the rest.</summary>
internal static class InfoCommand
{
    public static Command Create(CliConsole console)
    {
        var input = new Argument<string>("ARCHIVE") { Description = "A .dgc archive." };
        var json = CommonOptions.Json();
        var map = new Option<string?>("--write-qp-map") { Description = "Write the QP map to this file: .csv, .json, or .txt for kvazaar.", HelpName = "FILE" };
        var overwrite = CommonOptions.Overwrite();
        var command = new DocumentedCommand(
            "info",
            "Says what is inside an archive.",
            "",
            "diagcodec info chest.dgc",
            "diagcodec info chest.dgc --json",
            "diagcodec info chest.dgc --write-qp-map map.csv") { input, json, map, overwrite };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(input), parsed.GetValue(map), parsed.GetValue(overwrite), parsed.GetValue(json), console));
        return command;
    }

    private static int Run(string path, string? mapPath, bool overwrite, bool json, CliConsole console)
    {
        using var archive = ArchiveReader.Open(path);
        if (mapPath is not null)
        {
            using var file = new PendingFile(mapPath, overwrite);
            using (var writer = new StreamWriter(file.Stream, leaveOpen: true))
            {
                QpMapFile.Write(writer, archive.ReadQpMap(), mapPath);
            }

            file.Commit();
        }

        if (json)
        {
            var summary = new InfoSummary(path, archive.TotalBytes, archive.VideoBytes, archive.Manifest);
            JsonPrinter.Print(summary, JsonPrinterContext.Default.InfoSummary, console);
        }
        else
        {
            Print(path, archive, console.Out);
        }

        return ExitCodes.Done;
    }

    private static void Print(string path, ArchiveReader archive, TextWriter writer)
    {
        var manifest = archive.Manifest;
        var (source, video, mapping, allocation) = (manifest.Source, manifest.Video, manifest.Mapping, manifest.Allocation);
        writer.WriteLine(path);
        Line($"  made by   {manifest.Tool}: {manifest.Command}");
        Line($"  series    {source.Description} ({source.Kind.ToString().ToLowerInvariant()}), {source.Columns}x{source.Rows}x{source.Slices}, {source.BitsStored} bits stored");
        if (source.Geometry is { } g)
        {
            Line($"  spacing   {g.ColumnSpacing:0.####} x {g.RowSpacing:0.####} x {g.SliceSpacing:0.####} mm{(g.Regular ? "" : ", irregular")}");
        }

        Line($"  samples   {video.Format.BitDepth} bits, {(video.Format.Chroma == ChromaFormat.Luma400 ? "4:0:0" : "4:2:0")}, {mapping.Kind.ToString().ToLowerInvariant()} of {mapping.Low}..{mapping.High}, off by {mapping.MaxError} at most before coding");
        LearnedPrinter.Print(video.Learned, writer);
        if (video.Learned is null)
        {
            Line($"  QPs       {allocation.Allocator}, base {allocation.BaseQp}, {allocation.Gop}, blocks of {allocation.Block}");
        }

        if (allocation.Task is { } task)
        {
            Line($"  task      {task}, weights {allocation.WeightsSha256}");
        }

        SearchPrinter.Print(allocation.Policy, writer);
        SearchPrinter.Print(allocation.Search, writer);
        Line($"  encoder   {video.Encoder}{(video.Learned is null ? $", preset {allocation.Preset.ToString().ToLowerInvariant()}" : "")}");
        Line($"  bytes     {archive.TotalBytes} in all; {source.PixelBytes} of pixels before, {(double)source.PixelBytes / archive.TotalBytes:0.0} : 1");
        foreach (var (name, entry) in manifest.Entries)
        {
            Line($"            {entry.Bytes,10} {name}");
        }

        foreach (var finding in source.Findings)
        {
            Line($"  note      {finding.Message}");
        }

        void Line(FormattableString text) => writer.WriteLine(text.ToString(CultureInfo.InvariantCulture));
    }
}
