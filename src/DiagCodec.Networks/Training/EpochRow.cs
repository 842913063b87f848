using System.Collections.Immutable;

namespace DiagCodec.Networks.Training;

/// <summary>One epoch of a learning curve.</summary>
/// <param name="Epoch">From 1.</param>
/// <param name="Step">Optimiser steps since the start of the run.</param>
/// <param name="Seconds">Wall time since the start of the run, pauses left out.</param>
/// <param name="TrainingLoss">Mean over the epoch; NaN or infinite where training diverged.</param>
/// <param name="ValidationLoss">Mean over the validation items, or null where nothing was validated.</param>
/// <param name="MeanDice">Mean of the validation Dice over the classes, 0 to 1, or null.</param>
/// <param name="Dice">Validation Dice of every class in the order of the curve, 0 to 1, null for a class that no item has.</param>
/// <param name="LearningRate">As the last step of the epoch used it.</param>
public sealed record EpochRow(
    int Epoch,
    long Step,
    double Seconds,
    double TrainingLoss,
    double? ValidationLoss,
    double? MeanDice,
    ImmutableArray<double?> Dice,
    double LearningRate);
