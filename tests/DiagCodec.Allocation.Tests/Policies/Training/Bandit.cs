using System.Collections.Immutable;
using DiagCodec.Allocation.Policies.Actions;
using DiagCodec.Allocation.Policies.Environment;
using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Allocation.Policies.States;
using DiagCodec.Allocation.Policies.Training;

namespace DiagCodec.Allocation.Tests.Policies.Training;

/// <summary>A bandit whose best actions are known: costs rise with the squared distance of both actions from them.</summary>
internal static class Bandit
{
    public const int BestFrameAction = 6;
    public const int BestForeground = 3;
    public const int BestBackground = 7;

    public static ImmutableArray<double> Weights { get; } = [0, 1];

    public static PolicyEpisode Episode(string name, int frames, int seed = 1)
    {
        var volume = SampleClip.Noise(96, 64, frames, seed);
        var mask = SampleClip.Mask(96, 64, frames, (x, y, z) => x < 10 + z && y < 20);
        return new PolicyEpisode(AgentStates.Of(volume, mask, new StateWindow(-200, 800)), Table(name, frames));
    }

    public static ActionTable Table(string name, int frames) => ActionTable.Of(name, frames, ActionSets.Step, (_, a, c) => (
        0.1 + (Square(a - BestFrameAction) / 50.0),
        (Square((c / 10) - BestForeground) + Square((c % 10) - BestBackground)) / 50.0));

    public static PolicyTrainingPlan Plan(AgentParts tuned, A2cOptions options, int frames = 9) => new(
        Weights, tuned, [Episode("a", frames)], [Episode("b", frames, seed: 2)], options, new string('1', 64));

    public static PolicyNetwork Network(AgentParts adapters = AgentParts.None, int seed = 1) => PolicyNetwork.Create(
        ActionSets.Step.FrameActions, ActionSets.Step.CtuActions, Weights.Length, adapters, seed, TorchSharp.torch.CPU);

    private static int Square(int x) => x * x;
}
