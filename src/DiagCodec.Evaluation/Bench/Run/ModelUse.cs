using System.Collections.Immutable;
using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Evaluation.Bench.Methods;
using DiagCodec.Networks.Faults;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>What to know of policies and other models before believing figures of them here.</summary>
/// <param name="Task">Of the experiment.</param>
/// <param name="Cases">Names of those that are measured.</param>
/// <param name="Note">Gets a line for everything that a reader would not expect.</param>
internal sealed record ModelUse(string Task, ImmutableArray<string> Cases, Action<string> Note)
{
    /// <param name="method">Its name.</param>
    /// <param name="policy">Null where it has none.</param>
    public void Tell(string method, PolicyDocument? policy)
    {
        if (policy is not { History: [.., { Kind: PolicyStep.Finetune }] })
        {
            return;
        }

        if (policy.Task != Task)
        {
            Note($"method {method}: policy {policy.Name} was tuned for {policy.Task}, not for {Task}");
        }

        Tell(method, $"policy {policy.Name} was tuned with", policy.History.Where(s => s.Kind == PolicyStep.Finetune).SelectMany(s => s.Cases.Concat(s.Validation)));
    }

    /// <param name="method">With its models open.</param>
    public void Tell(IBenchMethod method)
    {
        if (method is ITrainedMethod trained)
        {
            Tell(method.Facts.Name, "its models learnt from", trained.SeenCases());
        }
    }

    private void Tell(string method, string what, IEnumerable<string> cases)
    {
        var seen = cases.Intersect(Cases, StringComparer.Ordinal).ToArray();
        if (seen.Length > 0)
        {
            Note($"method {method}: {what} {OneLine.List([.. seen.Select(s => OneLine.Of(s))])}, which {(seen.Length == 1 ? "is" : "are")} measured too");
        }
    }
}
