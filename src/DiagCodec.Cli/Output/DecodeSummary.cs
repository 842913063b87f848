namespace DiagCodec.Cli.Output;

/// <summary>What <c>decode --json</c> prints.</summary>
internal sealed record DecodeSummary(string Output, string Format, string Series, int Slices, double Seconds);
