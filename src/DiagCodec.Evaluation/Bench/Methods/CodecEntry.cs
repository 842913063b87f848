using System.Collections.Immutable;
using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Evaluation.Bench.Experiments;

namespace DiagCodec.Evaluation.Bench.Methods;

/// <summary>A codec that experiments can name.</summary>
/// <param name="Word">As <see cref="MethodSetting.Codec"/> names it.</param>
/// <param name="Parameter">What the grid counts, such as QP.</param>
/// <param name="Lowest">Smallest parameter.</param>
/// <param name="Highest">Largest parameter.</param>
/// <param name="IsWhole">Parameters are integers.</param>
/// <param name="Options">JSON names of the options of <see cref="MethodSetting"/> that it has, beside name, codec, grid and optional.</param>
/// <param name="Create">
/// From a setting whose grid lies in the range and which has no other options; where the setting names a policy, the method only
/// describes itself. Faults of single values are UsageExceptions.
/// </param>
public sealed record CodecEntry(
    string Word,
    string Parameter,
    double Lowest,
    double Highest,
    bool IsWhole,
    ImmutableArray<string> Options,
    Func<MethodSetting, IBenchMethod> Create)
{
    /// <summary>The same for a setting that names a policy, with that policy; null for codecs that take none.</summary>
    public Func<MethodSetting, PolicyFolder, IBenchMethod>? CreateWithPolicy { get; init; }

    /// <summary>The grid of a setting whose parameters are of another kind; null for all others.</summary>
    public Func<MethodSetting, GridRange?> OtherGrid { get; init; } = _ => null;

    public GridRange RangeOf(MethodSetting setting) => OtherGrid(setting) ?? new GridRange(Parameter, Lowest, Highest, IsWhole);
}
