namespace DiagCodec.Cli.Output;

/// <summary>What <c>encode --json</c> says of rate control.</summary>
/// <param name="TargetBytes">Asked for.</param>
/// <param name="TargetOf">archive or video.</param>
/// <param name="Bytes">What came, counted the same way.</param>
/// <param name="Deviation">0.01: a hundredth too large.</param>
/// <param name="Qp">The fractional base QP.</param>
/// <param name="Passes">Encodes.</param>
internal sealed record RateSummary(long TargetBytes, string TargetOf, long Bytes, double Deviation, double Qp, int Passes);
