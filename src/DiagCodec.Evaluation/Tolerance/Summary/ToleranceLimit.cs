namespace DiagCodec.Evaluation.Tolerance.Summary;

/// <summary>The base QP at which a part of the uncompressed Dice is lost.</summary>
/// <param name="LossPercent">The part.</param>
/// <param name="Crossing">Of the mean curve.</param>
/// <param name="Interval">Of its QP; resamples beyond the measured range count with the end of it.</param>
public sealed record ToleranceLimit(double LossPercent, QpCrossing Crossing, ToleranceEstimate Interval);
