using System.Collections.Immutable;
using DiagCodec.Cli.Output;
using DiagCodec.Coding;
using DiagCodec.Coding.Encode;
using DiagCodec.Evaluation.Models;
using DiagCodec.Evaluation.Tolerance.Measure;
using DiagCodec.Evaluation.Tolerance.Report;
using DiagCodec.Evaluation.Tolerance.Summary;
using DiagCodec.Imaging.Files;
using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Infer;
using TorchSharp;

namespace DiagCodec.Cli.Commands.Tolerance;

/// <summary>find -> read -> encode -> decode -> segment -> score -> report.</summary>
internal static class ToleranceRunner
{
    public static async Task<int> RunAsync(ToleranceChoice choice, CliConsole console, CancellationToken cancellation)
    {
        choice.Options.Validate();
        using var progress = new ProgressLine(console);
        var sources = CaseReading.Find(choice.Data, choice.Pairs);
        var unseen = UnseenCases.Open(choice.Model, [.. sources.Select(s => s.Name)], choice.All, "say --all");
        OutputFolder.Make(choice.Output);

        // Cases run side by side, so every network keeps to one thread.
        torch.set_num_threads(1);
        var cases = CaseReading.Read([.. sources.Where(s => unseen.Has(s.Name))], unseen.Task, choice.Labels, progress, cancellation);
        ImmutableArray<ToleranceModel> models = [.. unseen.Variants.Select(v => Model(unseen, v, cancellation))];
        var rows = await ToleranceRun.MeasureAsync(
            cases,
            models,
            unseen.Task.OutputChannels,
            choice.Options,
            new X265Encoder(X265Program.Find()),
            Path.Combine(choice.Output, "tolerance.csv"),
            new Rows(progress),
            cancellation);
        progress.Dispose();
        var summary = ToleranceSummary.Of(rows, [.. models.Select(m => m.Name)]);
        Write(choice.Output, "tolerance.md", writer => ToleranceReport.WriteMarkdown(writer, summary));
        Write(choice.Output, "tolerance.json", writer => writer.Write(ToleranceReport.Json(summary)));
        if (choice.Json)
        {
            console.Out.WriteLine(ToleranceReport.Json(summary));
        }
        else
        {
            ToleranceReport.WriteText(console.Out, summary);
        }

        return ExitCodes.Done;
    }

    private static ToleranceModel Model(UnseenCases unseen, WeightsVariant variant, CancellationToken cancellation) => new(
        variant.ToString().ToLowerInvariant(),
        unseen.Identity(variant),
        name => CaseSegmenter.Load(unseen.For(name), variant, cancellation));

    private static void Write(string folder, string name, Action<TextWriter> write)
    {
        using var file = new PendingFile(Path.Combine(folder, name), overwrite: true);
        using (var writer = new StreamWriter(file.Stream, leaveOpen: true))
        {
            write(writer);
        }

        file.Commit();
    }

    private sealed class Rows(ProgressLine line) : IProgress<(int Done, int Of)>
    {
        public void Report((int Done, int Of) value) => line.Report(new CodingProgress("measuring row", value.Done, value.Of) { Unit = "" });
    }
}
