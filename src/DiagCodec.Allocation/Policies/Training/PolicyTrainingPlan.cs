using System.Collections.Immutable;
using DiagCodec.Allocation.Policies.Networks;

namespace DiagCodec.Allocation.Policies.Training;

/// <summary>What a training learns, and from what.</summary>
/// <param name="Weights">Of the distortion, one a trade-off.</param>
/// <param name="Tuned">Parts that learn.</param>
/// <param name="Training">Clips, at least one; names differ from those of <paramref name="Validation"/>.</param>
/// <param name="Validation">Clips that choose the weights that are kept; empty: the training's do.</param>
/// <param name="Options">How.</param>
/// <param name="Hash">Of everything that the result follows from, 64 lower-case hexadecimal digits.</param>
public sealed record PolicyTrainingPlan(
    ImmutableArray<double> Weights,
    AgentParts Tuned,
    ImmutableArray<PolicyEpisode> Training,
    ImmutableArray<PolicyEpisode> Validation,
    A2cOptions Options,
    string Hash)
{
    /// <summary>Returns of the best single actions by clip, one a trade-off.</summary>
    public ImmutableDictionary<string, ImmutableArray<double>> BestSingle { get; } = Training.Concat(Validation)
        .ToImmutableDictionary(e => e.Table.Name, e => PolicyScore.Best(e.Table, Weights), StringComparer.Ordinal);
}
