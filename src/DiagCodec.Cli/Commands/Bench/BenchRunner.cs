using DiagCodec.Cli.Output;
using DiagCodec.Coding;
using DiagCodec.Evaluation.Bench.Run;
using TorchSharp;

namespace DiagCodec.Cli.Commands.Bench;

/// <summary>open -> estimate, or measure -> print.</summary>
internal static class BenchRunner
{
    public static async Task<int> RunAsync(BenchChoice choice, CliConsole console, CancellationToken cancellation)
    {
        choice.Options.Validate();
        var setup = await BenchPreparation.OpenAsync(
            choice.Experiment, choice.Overrides, ToolVersion.NameAndNumber, line => console.Error.WriteLine($"note: {line}"), cancellation);

        // Points run side by side, so every network keeps to one thread.
        torch.set_num_threads(1);
        if (choice.DryRun)
        {
            BenchPrinter.PrintPlan(choice, setup, await BenchRun.EstimateAsync(setup, choice.Options, choice.Output, cancellation), console);
            return ExitCodes.Done;
        }

        using var progress = new ProgressLine(console);
        try
        {
            var file = await BenchRun.RunAsync(setup, choice.Options, choice.Output, new Points(progress), cancellation);
            progress.Dispose();
            return BenchPrinter.PrintResult(choice, file, console);
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            progress.Dispose();
            console.Error.WriteLine("note: the same command goes on where this one ended");
            throw;
        }
    }

    private sealed class Points(ProgressLine line) : IProgress<BenchProgress>
    {
        public void Report(BenchProgress value) => line.Report(new CodingProgress("measuring point", value.Done, value.Total)
        {
            Unit = value.Failed > 0 ? $", {value.Failed} failed" : "",
            Left = value.Left,
        });
    }
}
