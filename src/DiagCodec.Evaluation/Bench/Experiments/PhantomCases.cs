using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Bench.Experiments;

/// <summary>Synthetic patients, one a seed, named patient-SEED.</summary>
/// <param name="Seeds">Different ones; at least one.</param>
public sealed record PhantomCases(ImmutableArray<int> Seeds)
{
    /// <summary>1 to 1000.</summary>
    public int Slices { get; init; } = 33;

    /// <summary>Columns and rows, 32 to 2048.</summary>
    public int Size { get; init; } = 512;

    /// <summary>mm, 0.1 to 10.</summary>
    public double SliceSpacing { get; init; } = 0.5;
}
