using System.Collections.Immutable;
using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Allocation.Policies.Training;

namespace DiagCodec.Evaluation.Policies;

/// <summary>What came of a training.</summary>
/// <param name="Document">Of the policy that was written.</param>
/// <param name="Curve">How it learnt.</param>
/// <param name="Checks">Plans that were really coded.</param>
/// <param name="Comparisons">Against the best single actions, clip by clip and trade-off by trade-off.</param>
public sealed record PolicyTrainingResult(
    PolicyDocument Document, ImmutableArray<PolicyCurveRow> Curve, ImmutableArray<TableCheck> Checks, ImmutableArray<PolicyComparison> Comparisons);
