using System.CommandLine;
using DiagCodec.Cli.Output;

namespace DiagCodec.Cli.Commands.Report;

/// <summary>diagcodec report: parses; <see cref="ReportRun"/> does the work.</summary>
internal static class ReportCommand
{
    public static Command Create(CliConsole console)
    {
        var inputs = new Argument<string[]>("BENCH")
        {
            Description = "Folder that 'diagcodec bench' filled, or its bench.json. Several: parts of one experiment.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = CommonOptions.OutputPath("The file to write: .html, .md or .csv.");
        var format = new Option<string?>("--format") { Description = "Default: by the output's name.", HelpName = "html|md|csv" };
        format.AcceptOnlyFromAmong("html", "md", "csv");
        var table = new Option<string>("--table")
        {
            Description = "CSV: points, every raw point; or main, every delta with its interval.",
            HelpName = "points|main",
            DefaultValueFactory = _ => "points",
        };
        table.AcceptOnlyFromAmong("points", "main");
        var anchor = new Option<string?>("--anchor") { Description = "Compare with this method, by its name. Default: the experiment's anchor.", HelpName = "METHOD" };
        var overwrite = CommonOptions.Overwrite();
        var command = new DocumentedCommand(
            "report",
            "Turns the results of a bench into tables and curves.",
            "A page (.html) holds findings, tables with intervals, curves, pictures, and every point with its key and command lines; it loads\n"
            + "nothing and sends nothing. Deltas are computed case by case against the experiment's anchor, of methods on\n"
            + "the 8-bit window against its window anchor where it names one; what has none is told with the reason.",
            "diagcodec report runs/maps -o maps.html",
            "diagcodec report part-1 part-2 -o maps.md --overwrite",
            "diagcodec report runs/maps/bench.json -o points.csv",
            "diagcodec report runs/maps -o deltas.csv --table main",
            "diagcodec report runs/maps -o against-jpeg-2000.md --anchor \"JPEG 2000\"") { inputs, output, format, table, anchor, overwrite };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => ReportRun.Run(
                new ReportOptions(
                    [.. parsed.GetRequiredValue(inputs)],
                    parsed.GetRequiredValue(output),
                    parsed.GetValue(format),
                    parsed.GetValue(table) == "main",
                    parsed.GetValue(anchor),
                    parsed.GetValue(overwrite)),
                console,
                cancellation),
            cancellation));
        return command;
    }
}
