using System.Collections.Immutable;

namespace DiagCodec.Cli.Output;

/// <summary>What <c>doctor --json</c> prints.</summary>
internal sealed record DoctorSummary(bool Healthy, ImmutableArray<DoctorFinding> Parts);

/// <summary>One part of the environment.</summary>
/// <param name="Part">What was looked for.</param>
/// <param name="Good">It is there and works.</param>
/// <param name="Detail">Its version, or what is wrong.</param>
/// <param name="Remedy">How to get it; null when good.</param>
internal sealed record DoctorFinding(string Part, bool Good, string Detail, string? Remedy);
