using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Allocation.Policies.Training;

namespace DiagCodec.Evaluation.Policies;

/// <summary>README.md of a policy folder.</summary>
internal static class PolicyCard
{
    public static string Of(
        PolicyDocument document, PolicyStep step, ImmutableArray<PolicyCurveRow> curve, PolicyTrainingPlan plan, ImmutableArray<TableCheck> checks)
    {
        var text = new StringBuilder();
        var best = PolicyTrainingRun.Best(curve);
        Line($"# {document.Name}");
        Line($"");
        Line($"{document.Description}. Two agents choose a QP for every group of eight frames and two offsets for every frame, by slices and mask");
        Line($"(DMIC, arXiv 2310.13250; values of the actions and the formula of the reward are reconstructed).");
        Line($"");
        Line($"| | |");
        Line($"|---|---|");
        Line($"| task | {document.Task} |");
        Line($"| kind | {step.Kind}, strategy {step.Strategy}: {step.Parameters} parameters a trade-off |");
        Line($"| learnt from | {string.Join(", ", step.Cases)} |");
        Line($"| validated on | {(step.Validation.IsEmpty ? "the same" : string.Join(", ", step.Validation))} |");
        Line($"| trade-offs | {string.Join(", ", document.Tradeoffs)} |");
        Line($"| blocks | {document.Block} pixels, margin {document.Margin} |");
        Line($"| steps | {step.Iterations}, best {step.Best} |");
        Line($"| score | {curve[0].Score:0.000} before, {best.Score:0.000} after (1 is the best single action of each clip, found by trying all) |");
        Line($"| licence | {document.Licence} |");
        Line($"");
        Line($"Made with {step.Tool}:");
        Line($"");
        Line($"    {step.Command}");
        if (!checks.IsEmpty)
        {
            Line($"");
            Line($"Plans for {checks[0].Case} as the table foretold them, and really coded:");
            Line($"");
            Line($"| trade-off | bits foretold | bits | 1 - own Dice foretold | 1 - own Dice |");
            Line($"|---|---|---|---|---|");
            foreach (var check in checks)
            {
                Line($"| {check.Tradeoff} | {check.ForetoldBits:0} | {check.RealBits:0} | {check.ForetoldErrors:0.0000} | {check.RealErrors:0.0000} |");
            }
        }

        return text.ToString();

        void Line(FormattableString words) => text.Append(words.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
