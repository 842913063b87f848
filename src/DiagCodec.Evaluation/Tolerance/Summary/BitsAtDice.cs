namespace DiagCodec.Evaluation.Tolerance.Summary;

/// <summary>What the same Dice costs two models.</summary>
/// <param name="SharePercent">Of the anchor's uncompressed Dice.</param>
/// <param name="Ratio">Bits of the test / bits of the anchor where both first fall to that Dice; null where one does not within the measured range.</param>
public sealed record BitsAtDice(double SharePercent, ToleranceEstimate Ratio);
