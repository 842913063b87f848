using DiagCodec.Coding.Plans;

namespace DiagCodec.Evaluation.Bench.Methods;

/// <summary>What a method would have its encoder do.</summary>
/// <param name="Plan">QPs and preset.</param>
/// <param name="Identity">Encoder, version, options and QPs: on the same frames equal identities give equal streams and equal command lines, whatever method they come from. One line, without paths.</param>
/// <param name="Allocation">What choosing the QPs took.</param>
public sealed record BenchPlan(CodingPlan Plan, string Identity, TimeSpan Allocation);
