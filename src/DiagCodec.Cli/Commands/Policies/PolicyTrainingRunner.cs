using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Cli.Output;
using DiagCodec.Coding;
using DiagCodec.Coding.Encode;
using DiagCodec.Evaluation.Policies;
using DiagCodec.Imaging.Files;
using DiagCodec.Networks.State;
using TorchSharp;

namespace DiagCodec.Cli.Commands.Policies;

/// <summary>open -> measure -> learn -> write -> print.</summary>
internal static class PolicyTrainingRunner
{
    public static async Task<int> RunAsync(PolicyTrainingChoice choice, CliConsole console, CancellationToken cancellation)
    {
        choice.Options.Validate();
        var parent = choice.Parent is { } name ? PolicyCatalogue.Standard().Open(name) : null;
        Libtorch.Version();

        // Its place is taken before the long work, so that it is not done in vain.
        using var report = choice.Report is { } path ? new PendingFile(path, choice.Overwrite) : null;

        // Plans are coded side by side, and sums over one thread are the same on every machine.
        torch.set_num_threads(1);
        using var progress = new ProgressLine(console);
        var training = new PolicyTraining(choice.Options, parent, new X265Encoder(X265Program.Find()), Devices.Open(choice.Device));
        try
        {
            var start = console.Clock.GetTimestamp();
            var result = await training.RunAsync(
                choice.Output, choice.Overwrite, new Stages(progress), line => console.Error.WriteLine($"note: {line}"), cancellation);
            progress.Dispose();
            if (report is not null)
            {
                using (var writer = new StreamWriter(report.Stream, leaveOpen: true))
                {
                    PolicyReport.Write(writer, result);
                }

                report.Commit();
            }

            PolicyTrainingPrinter.Print(choice, result, console.Clock.GetElapsedTime(start), console);
            return ExitCodes.Done;
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            progress.Dispose();
            console.Error.WriteLine("note: the same command goes on where this one ended");
            throw;
        }
    }

    private sealed class Stages(ProgressLine line) : IProgress<(string Stage, int Done, int Total)>
    {
        public void Report((string Stage, int Done, int Total) value) => line.Report(new CodingProgress(value.Stage, value.Done, value.Total) { Unit = "" });
    }
}
