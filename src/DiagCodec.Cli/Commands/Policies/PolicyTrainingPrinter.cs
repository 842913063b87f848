using System.Globalization;
using DiagCodec.Allocation.Policies.Training;
using DiagCodec.Cli.Output;
using DiagCodec.Evaluation.Policies;

namespace DiagCodec.Cli.Commands.Policies;

/// <summary>What came of a training, for people or machines.</summary>
internal static class PolicyTrainingPrinter
{
    public static void Print(PolicyTrainingChoice choice, PolicyTrainingResult result, TimeSpan time, CliConsole console)
    {
        var step = result.Document.History[^1];
        var best = PolicyTrainingRun.Best(result.Curve);
        var summary = new PolicyTrainingSummary(
            result.Document.Name,
            choice.Output,
            result.Document.Weights.Sha256,
            step.Strategy,
            step.Parameters,
            step.Cases,
            step.Validation,
            best.Iteration,
            result.Curve[0].Score,
            best.Score,
            result.Checks,
            result.Comparisons,
            time.TotalSeconds);
        if (choice.Json)
        {
            JsonPrinter.Print(summary, JsonPrinterContext.Default.PolicyTrainingSummary, console);
            return;
        }

        var output = console.Out;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{choice.Output}: {step.Strategy}, {step.Parameters} parameters a trade-off, learnt from {string.Join(", ", step.Cases)} in {Duration.Words(time)}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"score {summary.ScoreBefore:0.000} before, {summary.Score:0.000} after step {best.Iteration} (1 is the best single action of each clip, found by trying all)"));
        foreach (var check in result.Checks)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"trade-off {check.Tradeoff} on {check.Case}: {check.RealBits / 8:0} bytes ({check.ForetoldBits / 8:0} foretold), own Dice {1 - check.RealErrors:0.0000} ({1 - check.ForetoldErrors:0.0000})"));
        }
    }
}
