using System.Collections.Immutable;

namespace DiagCodec.Networks.Training;

/// <summary>How a network learned. <see cref="LearningCurveFile"/> keeps it on disk.</summary>
/// <param name="Classes">Names of the classes, in the order of <see cref="EpochRow.Dice"/>.</param>
/// <param name="Rows">Epochs, rising.</param>
public sealed record LearningCurve(ImmutableArray<string> Classes, ImmutableArray<EpochRow> Rows)
{
    /// <summary>The row with the highest mean Dice, the first of equals, or null where nothing was validated.</summary>
    public EpochRow? Best => Rows.Where(r => r.MeanDice is { } dice && !double.IsNaN(dice)).MaxBy(r => r.MeanDice);

    /// <summary>The curve with the rows up to an epoch only, as a run that goes on from its checkpoint needs it.</summary>
    public LearningCurve Until(int epoch) => this with { Rows = [.. Rows.Where(r => r.Epoch <= epoch)] };
}
