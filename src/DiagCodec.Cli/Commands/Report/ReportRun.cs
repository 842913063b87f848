using System.Collections.Immutable;
using DiagCodec.Cli.Output;
using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Reports.Bench;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;

namespace DiagCodec.Cli.Commands.Report;

/// <summary>read -> merge -> analyse -> write.</summary>
internal static class ReportRun
{
    private const string ResultFile = "bench.json";

    public static int Run(ReportOptions options, CliConsole console, CancellationToken cancellation)
    {
        var format = ReportFormats.Of(options.Format, options.Output);
        if (options.MainTable && format != ReportFormat.Csv)
        {
            throw new UsageException("--table main: only a .csv holds one table; leave it out");
        }

        ImmutableArray<string> paths = [.. options.Inputs.Select(ResultOf)];
        using var file = new PendingFile(options.Output, options.Overwrite);
        var bench = BenchMerge.Of([.. paths.Select(p => (p, BenchJson.Read(p)))]);
        bench = options.Anchor is { } anchor ? Against(anchor, bench) : bench;
        cancellation.ThrowIfCancellationRequested();
        using (var writer = new StreamWriter(file.Stream, leaveOpen: true))
        {
            Write(writer, format, options.MainTable, bench, paths);
        }

        cancellation.ThrowIfCancellationRequested();
        file.Commit();
        var failed = bench.Points.Count(p => p.Error is not null);
        console.Out.WriteLine(FormattableString.Invariant(
            $"{options.Output}: {bench.Methods.Length} methods, {bench.Cases.Length} cases, {bench.Points.Length} points{(failed == 0 ? "" : FormattableString.Invariant($", {failed} failed"))}"));
        return ExitCodes.Done;
    }

    /// <summary>The same points, compared with another method.</summary>
    private static BenchFile Against(string anchor, BenchFile bench)
    {
        if (bench.Methods.All(m => m.Name != anchor))
        {
            throw new UsageException($"--anchor {anchor}: expected one of {string.Join(", ", bench.Methods.Select(m => m.Name))}");
        }

        var experiment = bench.Experiment;
        return bench with { Experiment = experiment with { Anchor = anchor, SecondAnchor = experiment.SecondAnchor == anchor ? null : experiment.SecondAnchor } };
    }

    private static void Write(TextWriter writer, ReportFormat format, bool mainTable, BenchFile bench, ImmutableArray<string> paths)
    {
        switch (format)
        {
            case ReportFormat.Csv when !mainTable:
                BenchCsv.WritePoints(writer, bench);
                break;
            case ReportFormat.Csv:
                BenchCsv.WriteMain(writer, new BenchAnalysis(bench));
                break;
            case ReportFormat.Markdown:
                BenchMarkdown.Write(writer, new BenchAnalysis(bench));
                break;
            default:
                BenchReport.Write(writer, new BenchAnalysis(bench), Pictures(paths));
                break;
        }
    }

    /// <summary>Those of all parts; a picture that two folders hold is shown once.</summary>
    private static ImmutableArray<BenchPicture> Pictures(ImmutableArray<string> paths) =>
    [
        .. paths.SelectMany(p => BenchPictures.Read(Path.GetDirectoryName(Path.GetFullPath(p))!))
            .DistinctBy(p => (p.Case, p.Method, p.Parameter, p.Slice)),
    ];

    /// <exception cref="InvalidInputException">It is neither a folder with bench.json nor a file.</exception>
    private static string ResultOf(string input)
    {
        var path = Directory.Exists(input) ? Path.Combine(input, ResultFile) : input;
        return File.Exists(path)
            ? path
            : throw new InvalidInputException(
                Directory.Exists(input)
                    ? $"{input}: holds no {ResultFile}; let 'diagcodec bench' finish there first"
                    : $"{input}: is not there; give a folder that 'diagcodec bench' filled, or its {ResultFile}");
    }
}
