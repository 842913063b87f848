namespace DiagCodec.Evaluation.Bench.Methods;

/// <summary>A plan that was encoded and judged.</summary>
/// <param name="Bytes">Size of its stream.</param>
/// <param name="ReconstructionSha256">Of all reconstructed frames.</param>
/// <param name="OwnDice">Against what the network finds in the uncompressed slices, 0 to 1; 1 where neither has anything.</param>
/// <param name="Seconds">That encoding and judging took when they were done.</param>
public sealed record BenchTrial(long Bytes, string ReconstructionSha256, double OwnDice, double Seconds);
