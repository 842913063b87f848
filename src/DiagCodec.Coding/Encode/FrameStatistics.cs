namespace DiagCodec.Coding.Encode;

/// <summary>What the encoder says of one frame.</summary>
/// <param name="Frame">Index in coding order.</param>
/// <param name="Type">I or P.</param>
/// <param name="Qp">Frame QP asked for.</param>
/// <param name="Bits">Bits of its access unit; parameter sets come apart.</param>
/// <param name="Sse">Sum of squared luma errors, code values.</param>
/// <param name="Psnr">Luma PSNR, dB, peak 2^depth - 1; null for a perfect frame.</param>
/// <param name="Ms">Milliseconds from frame in to frame out.</param>
public sealed record FrameStatistics(int Frame, string Type, double Qp, long Bits, double Sse, double? Psnr, double Ms);
