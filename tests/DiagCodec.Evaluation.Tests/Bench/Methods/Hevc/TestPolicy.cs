using System.Collections.Immutable;
using DiagCodec.Allocation.Policies.Actions;
using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Allocation.Policies.States;
using TorchSharp;

namespace DiagCodec.Evaluation.Tests.Bench.Methods.Hevc;

/// <summary>Policies with random weights.</summary>
internal static class TestPolicy
{
    /// <summary>A policy that has one action, so that its map is known whatever its weights are: QP 30, -2 inside and +7 outside of blocks of 32 with mask.</summary>
    public static ActionSets One { get; } = new([new FrameQpPair(30, 30)], [-2], [7], 0);

    /// <summary>A policy that has something to choose.</summary>
    public static ActionSets Some { get; } = new([new FrameQpPair(26, 28), new FrameQpPair(34, 36)], [-3, 0], [0, 4, 8], -2);

    /// <summary>Writes a folder and opens it.</summary>
    public static PolicyFolder Write(string path, ActionSets actions, Func<PolicyDocument, PolicyDocument>? change = null, int seed = 1)
    {
        var step = new PolicyStep(PolicyStep.Pretrain, "diagcodec 0", "pretrain", "disk", "full", 1_058_992, ["a"], [], 10, 5, 1, null);
        var document = new PolicyDocument(
            PolicyDocument.CurrentSchema,
            Path.GetFileName(path),
            "A policy for tests.",
            "disk",
            new StateWindow(-200, 800),
            32,
            0,
            actions,
            [0, 4, 100],
            AgentParts.None,
            new PolicyWeights(PolicyFolder.WeightsFile, new string('0', 64)),
            [step],
            "none");
        document = change?.Invoke(document) ?? document;
        using var network = PolicyNetwork.Create(
            document.Actions.FrameActions, document.Actions.CtuActions, document.Tradeoffs.Length, document.Adapters, seed, torch.CPU);
        PolicyFolder.Write(path, document, network, "# A policy for tests\n", overwrite: false, CancellationToken.None);
        return PolicyFolder.Open(path);
    }

    /// <summary>The document with a tuning behind it.</summary>
    public static PolicyDocument Tuned(PolicyDocument document, long parameters) => document with
    {
        History = [.. document.History, document.History[^1] with { Kind = PolicyStep.Finetune, Strategy = "a2c", Parameters = parameters, Parent = new string('1', 64) }],
    };
}
