using System.Collections.Immutable;
using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Networks.Faults;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>What to know of policies before believing figures of them here.</summary>
/// <param name="Task">Of the experiment.</param>
/// <param name="Cases">Names of those that are measured.</param>
/// <param name="Note">Gets a line for everything that a reader would not expect.</param>
internal sealed record PolicyUse(string Task, ImmutableArray<string> Cases, Action<string> Note)
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

        var seen = policy.History.Where(s => s.Kind == PolicyStep.Finetune).SelectMany(s => s.Cases.Concat(s.Validation)).Intersect(Cases, StringComparer.Ordinal).ToArray();
        if (seen.Length > 0)
        {
            Note($"method {method}: policy {policy.Name} was tuned with {OneLine.List([.. seen.Select(s => OneLine.Of(s))])}, which {(seen.Length == 1 ? "is" : "are")} measured too");
        }
    }
}
