namespace DiagCodec.Evaluation.Bench.Methods;

/// <summary>What a grid may hold.</summary>
/// <param name="Parameter">What it counts, such as QP.</param>
/// <param name="Lowest">Smallest parameter.</param>
/// <param name="Highest">Largest parameter.</param>
/// <param name="IsWhole">Parameters are integers.</param>
public sealed record GridRange(string Parameter, double Lowest, double Highest, bool IsWhole);
