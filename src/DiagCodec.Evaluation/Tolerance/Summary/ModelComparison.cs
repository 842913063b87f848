using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Tolerance.Summary;

/// <summary>Two models on the cases that both have; intervals draw cases, each with both models.</summary>
/// <param name="Anchor">The first model.</param>
/// <param name="Test">Another.</param>
/// <param name="Measure">What predictions are held against.</param>
/// <param name="Cases">Cases compared.</param>
/// <param name="Shifts">By rising loss.</param>
/// <param name="Bits">By falling Dice.</param>
/// <param name="BdRate">
/// Bits that the test needs for the anchor's Dice, percent more, mean over the Dice that both have (Bjontegaard); both mean curves are made
/// rising first. Null where fewer than four points are left of one, or the Dice do not overlap.
/// </param>
public sealed record ModelComparison(
    string Anchor,
    string Test,
    ToleranceMeasure Measure,
    int Cases,
    ImmutableArray<QpShift> Shifts,
    ImmutableArray<BitsAtDice> Bits,
    ToleranceEstimate BdRate);
