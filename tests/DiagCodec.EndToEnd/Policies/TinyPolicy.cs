using DiagCodec.Allocation.Policies.Actions;
using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Allocation.Policies.States;
using DiagCodec.EndToEnd.Tasks;
using TorchSharp;

namespace DiagCodec.EndToEnd.Policies;

/// <summary>A policy with random weights, for the task of <see cref="TinyModel"/>.</summary>
internal static class TinyPolicy
{
    public const string Name = $"policy-{TinyModel.Name}";

    public static PolicyDocument Document { get; } = new(
        PolicyDocument.CurrentSchema,
        Name,
        "Knows nothing.",
        TinyModel.Name,
        new StateWindow(-200, 800),
        Block: 16,
        Margin: 0,
        ActionSets.Step,
        [1, 16, 100],
        default,
        new PolicyWeights(PolicyFolder.WeightsFile, new string('0', 64)),
        [new PolicyStep("pretrain", "diagcodec test", "none", TinyModel.Name, "full", 0, ["a"], [], 1, 1, 1, null)],
        "MIT");

    /// <summary>Writes the policy folder; returns its path.</summary>
    public static string Write(string folder, PolicyDocument? document = null)
    {
        var written = document ?? Document;
        using var network = PolicyNetwork.Create(
            written.Actions.FrameActions, written.Actions.CtuActions, written.Tradeoffs.Length, written.Adapters, seed: 1, torch.CPU);
        PolicyFolder.Write(folder, written, network, "# A policy\n", overwrite: false, CancellationToken.None);
        return folder;
    }
}
