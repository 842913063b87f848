using System.Globalization;
using DiagCodec.Cli.Commands.Tasks;
using DiagCodec.Cli.Output;
using DiagCodec.Imaging.Files;
using DiagCodec.Imaging.Series;

namespace DiagCodec.Cli.Commands.Segment;

/// <summary>open -> read -> check -> segment -> write.</summary>
internal static class SegmentRun
{
    public static int Run(SegmentOptions options, CliConsole console, CancellationToken cancellation)
    {
        var start = console.Clock.GetTimestamp();
        var format = LabelFormats.Of(options.Output);
        using var progress = new ProgressLine(console);

        // Taken and given back at once: a place that cannot be written shall be known before the long work.
        new PendingFile(options.Output, options.Overwrite).Dispose();
        using var network = TaskNetwork.Open(options.Task, cancellation);
        var series = SeriesReader.Read(options.Input, options.Series, cancellation, progress.Of("reading"));
        FindingsPrinter.Print(series.Findings, console);
        LabelFormats.Check(format, series);
        network.CheckAccepts(series, console);
        var writer = new LabelWriter(format, network, console.Clock.GetLocalNow());
        var labels = network.Segment(series.Volume, "segmenting", progress, cancellation);
        writer.Write(options.Output, labels, series, options.Overwrite, cancellation);
        progress.Dispose();
        var elapsed = console.Clock.GetElapsedTime(start);
        Print(options, new(
            options.Output, series.Description, network.Task.Name, network.VariantWord, network.WeightsSha256,
            ClassVolume.Of(labels, network.Task), elapsed.TotalSeconds, series.Findings), console);
        return ExitCodes.Done;
    }

    private static void Print(SegmentOptions options, SegmentSummary summary, CliConsole console)
    {
        if (options.Json)
        {
            JsonPrinter.Print(summary, JsonPrinterContext.Default.SegmentSummary, console);
            return;
        }

        console.Out.WriteLine(summary.Output);
        console.Out.WriteLine($"  series    {summary.Series}");
        console.Out.WriteLine($"  task      {summary.Task}, {summary.Weights} weights");
        foreach (var one in summary.Classes)
        {
            console.Out.WriteLine($"  class {one.Number,-3} {one}");
        }

        console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  time      {summary.Seconds:0.0} s"));
    }
}
