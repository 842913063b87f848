using System.Collections.Immutable;
using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Networks.Faults;
using DiagCodec.Networks.Models;

namespace DiagCodec.Allocation.Policies.Files;

/// <summary>The ranges of the history in policy.json: one pretraining, then tunings, each of which began with weights that are named.</summary>
internal static class PolicyHistoryCheck
{
    private const int MostSteps = 100;
    private const int MostCases = 10_000;
    private const int LongestName = 200;
    private const int LongestCommand = 4000;

    public static void Find(FieldFaults faults, ImmutableArray<PolicyStep> history)
    {
        if (history.IsDefaultOrEmpty || history.Length > MostSteps)
        {
            faults.Add("history", $"1 to {MostSteps} trainings", history.IsDefault ? 0 : history.Length);
            return;
        }

        for (var i = 0; i < history.Length; i++)
        {
            Step(faults, $"history[{i}]", history[i], isFirst: i == 0);
        }
    }

    private static void Step(FieldFaults faults, string place, PolicyStep step, bool isFirst)
    {
        var kind = isFirst ? PolicyStep.Pretrain : PolicyStep.Finetune;
        faults.Expect(step.Kind == kind, $"{place}.kind", isFirst ? $"{kind}, as it is the first" : $"{kind}, as it is not the first", step.Kind);
        PolicyDocumentCheck.Text(faults, $"{place}.tool", step.Tool, LongestName);
        PolicyDocumentCheck.Text(faults, $"{place}.command", step.Command, LongestCommand);
        faults.Expect(ModelName.IsValid(step.Task), $"{place}.task", ModelName.Rule, step.Task);
        var full = TuningStrategy.Full.Word();
        var isKnown = isFirst ? step.Strategy == full : TuningStrategies.Words.Contains(step.Strategy);
        faults.Expect(isKnown, $"{place}.strategy", isFirst ? full : string.Join(" or ", TuningStrategies.Words), step.Strategy);
        faults.Expect(step.Parameters >= 0, $"{place}.parameters", "0 or more", step.Parameters);
        Names(faults, $"{place}.cases", step.Cases, least: step.Strategy == TuningStrategy.None.Word() ? 0 : 1);
        Names(faults, $"{place}.validation", step.Validation, least: 0);
        faults.Expect(step.Iterations >= 0, $"{place}.iterations", "0 or more", step.Iterations);
        faults.Expect(step.Best >= 0 && step.Best <= step.Iterations, $"{place}.best", $"0 to the {step.Iterations} iterations", step.Best);
        faults.Expect(step.Seed >= 0, $"{place}.seed", "0 or more", step.Seed);
        var isParentRight = isFirst ? step.Parent is null : step.Parent is not null && VouchedWeights.IsDigest(step.Parent);
        faults.Expect(isParentRight, $"{place}.parent", isFirst ? "null, as it is the first" : VouchedWeights.DigestRule, step.Parent);
    }

    private static void Names(FieldFaults faults, string place, ImmutableArray<string> names, int least)
    {
        if (names.IsDefault || names.Length < least || names.Length > MostCases)
        {
            faults.Add(place, $"{least} to {MostCases} names", names.IsDefault ? 0 : names.Length);
            return;
        }

        for (var i = 0; i < names.Length; i++)
        {
            PolicyDocumentCheck.Text(faults, $"{place}[{i}]", names[i], LongestName);
        }
    }
}
