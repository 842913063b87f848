namespace DiagCodec.Evaluation.Policies;

/// <summary>A policy's plan for a clip, as the table foretold it and as it really came out.</summary>
/// <param name="Case">The clip.</param>
/// <param name="Tradeoff">Of the plan.</param>
/// <param name="ForetoldBits">Of all frames, by the table.</param>
/// <param name="RealBits">Of the video.</param>
/// <param name="ForetoldErrors">Share of 1 - Dice against the network's own mask, by the table.</param>
/// <param name="RealErrors">Likewise, really.</param>
public sealed record TableCheck(string Case, double Tradeoff, double ForetoldBits, double RealBits, double ForetoldErrors, double RealErrors);
