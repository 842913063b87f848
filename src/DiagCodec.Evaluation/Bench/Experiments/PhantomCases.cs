using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace DiagCodec.Evaluation.Bench.Experiments;

/// <summary>Synthetic patients, one a seed, named patient-SEED.</summary>
/// <param name="Seeds">Different ones, 0 or more; at least one. An experiment file may write 1201-1210 for ten of them.</param>
public sealed record PhantomCases([property: JsonConverter(typeof(SeedListConverter))] ImmutableArray<int> Seeds)
{
    /// <summary>The name of a synthetic patient.</summary>
    public static string NameOf(int seed) => string.Create(CultureInfo.InvariantCulture, $"patient-{seed}");

    /// <summary>1 to 1000.</summary>
    public int Slices { get; init; } = 33;

    /// <summary>Columns and rows, 32 to 2048.</summary>
    public int Size { get; init; } = 512;

    /// <summary>mm, 0.1 to 10.</summary>
    public double SliceSpacing { get; init; } = 0.5;
}
