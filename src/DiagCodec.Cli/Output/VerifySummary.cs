using DiagCodec.Coding.Decode;

namespace DiagCodec.Cli.Output;

/// <summary>What <c>verify --json</c> prints.</summary>
internal sealed record VerifySummary(string Archive, bool Whole, int Slices, SourceDifference? Against, double Seconds);
