namespace DiagCodec.Evaluation.Tolerance.Summary;

/// <summary>How much later the test breaks than the anchor.</summary>
/// <param name="LossPercent">Each of its own uncompressed Dice.</param>
/// <param name="Shift">Base QPs; above 0 where the test bears more.</param>
/// <param name="IsBound">One of the two does not break within the measured range, so that the shift is computed with its end.</param>
public sealed record QpShift(double LossPercent, ToleranceEstimate Shift, bool IsBound);
