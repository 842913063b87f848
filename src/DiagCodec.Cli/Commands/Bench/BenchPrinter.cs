using System.Globalization;
using DiagCodec.Cli.Output;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Bench.Run;

namespace DiagCodec.Cli.Commands.Bench;

/// <summary>What <c>bench</c> says at its end, for people and for machines.</summary>
internal static class BenchPrinter
{
    private const string ResultFile = "bench.json";
    private const string LogFolder = "failed";

    public static void PrintPlan(BenchChoice choice, BenchSetup setup, BenchEstimate estimate, CliConsole console)
    {
        var part = choice.Options.Part?.ToString();
        if (choice.Json)
        {
            var summary = new BenchPlanSummary(
                setup.Experiment.Name,
                part,
                estimate.Cases,
                estimate.Points,
                estimate.Missing,
                estimate.Workers,
                estimate.Left.TotalSeconds,
                [.. estimate.Methods.Select(m => new BenchMethodPlan(m.Method, m.Points, m.Missing, m.Seconds, m.IsMeasured))]);
            JsonPrinter.Print(summary, JsonPrinterContext.Default.BenchPlanSummary, console);
            return;
        }

        var width = Width(estimate.Methods.Select(m => m.Method));
        console.Out.WriteLine(Line($"{"method".PadRight(width)}  points  missing  time on one core"));
        foreach (var m in estimate.Methods)
        {
            var source = m.IsMeasured ? "as measured" : "a guess";
            var time = m.Missing == 0 ? "nothing to do" : $"{Duration.Words(TimeSpan.FromSeconds(m.Seconds))}, {source}";
            console.Out.WriteLine(Line($"{m.Method.PadRight(width)}  {m.Points,6}  {m.Missing,7}  {time}"));
        }

        console.Out.WriteLine(Line(
            $"{estimate.Missing} of {estimate.Points} points of {estimate.Cases} cases are missing: {Duration.Words(estimate.Left)} with {estimate.Workers} at a time"));
    }

    /// <returns>The exit code.</returns>
    public static int PrintResult(BenchChoice choice, BenchFile file, CliConsole console)
    {
        var failed = file.Points.Count(p => p.Error is not null);
        var result = Path.Combine(choice.Output, ResultFile);
        BenchMethodSummary[] methods =
        [
            .. file.Methods.Select(m => new BenchMethodSummary(
                m.Name, file.Points.Count(p => p.Method == m.Name), file.Points.Count(p => p.Method == m.Name && p.Error is not null))),
        ];
        if (choice.Json)
        {
            var summary = new BenchSummary(file.Experiment.Name, result, file.Part, file.Cases.Length, file.Points.Length, failed, [.. methods]);
            JsonPrinter.Print(summary, JsonPrinterContext.Default.BenchSummary, console);
        }
        else
        {
            PrintTable(methods, console);
            console.Out.WriteLine(Line($"{result}: {file.Points.Length - failed} of {file.Points.Length} points of {file.Cases.Length} cases"));
            console.Out.WriteLine($"'diagcodec report {choice.Output} -o report.html' draws it");
        }

        if (failed == 0)
        {
            return ExitCodes.Done;
        }

        var first = file.Points.First(p => p.Error is not null);
        console.Error.WriteLine(Line(
            $"diagcodec: {failed} of {file.Points.Length} points failed, the first: {first.Case}, {first.Method} {first.Parameter}: {first.Error}; logs are in {Path.Combine(choice.Output, LogFolder)}, and --retry tries again"));
        return ExitCodes.Environment;
    }

    private static void PrintTable(BenchMethodSummary[] methods, CliConsole console)
    {
        var width = Width(methods.Select(m => m.Method));
        console.Out.WriteLine(Line($"{"method".PadRight(width)}  points  failed"));
        foreach (var m in methods)
        {
            console.Out.WriteLine(Line($"{m.Method.PadRight(width)}  {m.Points,6}  {m.Failed,6}"));
        }
    }

    private static int Width(IEnumerable<string> names) => names.Append("method").Max(n => n.Length);

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
