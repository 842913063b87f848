using DiagCodec.Coding.Archive;

namespace DiagCodec.Cli.Output;

/// <summary>What <c>info --json</c> prints.</summary>
internal sealed record InfoSummary(string Archive, long TotalBytes, long VideoBytes, Manifest Manifest);
