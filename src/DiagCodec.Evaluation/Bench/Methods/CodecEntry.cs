using System.Collections.Immutable;
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
/// From a setting whose grid lies in the range and which has no other options.
/// Faults of single values are UsageExceptions.
/// </param>
public sealed record CodecEntry(
    string Word,
    string Parameter,
    double Lowest,
    double Highest,
    bool IsWhole,
    ImmutableArray<string> Options,
    Func<MethodSetting, IBenchMethod> Create);
