using DiagCodec.Allocation.Policies.Actions;
using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Allocation.Policies.States;
using static TorchSharp.torch;

namespace DiagCodec.Allocation.Tests.Policies;

/// <summary>A policy with every field, its networks, and networks whose choice is known.</summary>
internal static class SamplePolicy
{
    public static PolicyStep Pretraining { get; } = new(
        PolicyStep.Pretrain, "diagcodec 0.1.0", "diagcodec pretrain --seed 3", "moving-objects", "full", 1_058_992, ["clip-1", "clip-2"], ["clip-3"], 1000, 640, 3, null);

    public static PolicyStep Tuning { get; } = new(
        PolicyStep.Finetune, "diagcodec 0.1.0", "diagcodec finetune --shots 1", "organs", "a2c", 28_784, ["patient-1"], ["patient-2"], 1000, 80, 5, new string('a', 64));

    public static PolicyDocument Document { get; } = new(
        PolicyDocument.CurrentSchema,
        "policy-organs",
        "Keeps organs, spends little on the rest.",
        "organs",
        new StateWindow(-200, 800.5),
        64,
        1,
        ActionSets.Step,
        [0, 0.5, 100],
        AgentParts.None,
        new PolicyWeights(PolicyFolder.WeightsFile, new string('0', 64)),
        [Pretraining, Tuning],
        "MIT; cite the project.");

    public static PolicyNetwork Network(PolicyDocument document, int seed = 1) => PolicyNetwork.Create(
        document.Actions.FrameActions, document.Actions.CtuActions, document.Tradeoffs.Length, document.Adapters, seed, CPU);

    public static PolicyModel Model(PolicyDocument document, int seed = 1) => new(document, Network(document, seed), CPU);

    /// <summary>All tensors of a network, by name.</summary>
    public static SortedDictionary<string, float[]> Values(PolicyNetwork network)
    {
        var values = new SortedDictionary<string, float[]>(StringComparer.Ordinal);
        foreach (var (name, tensor) in network.state_dict())
        {
            using var copy = tensor.detach().clone();
            values.Add(name, copy.data<float>().ToArray());
        }

        return values;
    }

    public static void Set(PolicyNetwork network, string name, float[] values)
    {
        using var fixedGraph = no_grad();
        var target = network.state_dict()[name];
        using var source = tensor(values, target.shape);
        target.copy_(source);
    }

    /// <summary>Lets an agent score one action above all others, whatever it sees.</summary>
    /// <param name="network">That is changed.</param>
    /// <param name="agent">frame or ctu.</param>
    /// <param name="tradeoff">Index of the heads.</param>
    /// <param name="action">That wins.</param>
    public static void Favour(PolicyNetwork network, string agent, int tradeoff, int action)
    {
        var actor = $"{agent}.heads.{tradeoff}.actor";
        var values = Values(network);
        Set(network, $"{actor}.weight", new float[values[$"{actor}.weight"].Length]);
        Set(network, $"{actor}.bias", [.. Enumerable.Range(0, values[$"{actor}.bias"].Length).Select(i => i == action ? 1f : 0f)]);
    }

    /// <summary>New agents score all actions about alike; larger weights make their choices depend on the frame.</summary>
    public static void Sharpen(PolicyNetwork network)
    {
        foreach (var (name, values) in Values(network).Where(v => v.Key.EndsWith(".weight", StringComparison.Ordinal)))
        {
            Set(network, name, Array.ConvertAll(values, v => 3 * v));
        }
    }
}
