namespace DiagCodec.Cli.Output;

/// <summary>What <c>encode --json</c> and <c>decode --json</c> print of orchestrated streams.</summary>
/// <param name="Output">The stream, or the folder.</param>
/// <param name="Design">Of the model.</param>
/// <param name="Slices">Of the series.</param>
/// <param name="Columns">On the model's grid.</param>
/// <param name="Rows">On the model's grid.</param>
/// <param name="Bytes">Of the stream, header and checksums included.</param>
/// <param name="BitsPerPixel">Of these, by pixels on the model's grid.</param>
/// <param name="Seconds">Wall time.</param>
internal sealed record OrchestratedSummary(
    string Output, string Design, int Slices, int Columns, int Rows, long Bytes, double BitsPerPixel, double Seconds);
