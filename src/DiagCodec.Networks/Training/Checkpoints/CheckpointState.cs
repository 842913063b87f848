using System.Collections.Immutable;

namespace DiagCodec.Networks.Training.Checkpoints;

/// <summary>What a run has to know, beside its tensors, to go on as if it had never stopped.</summary>
/// <param name="Epoch">The last epoch that is complete, from 1.</param>
/// <param name="Step">Optimiser steps so far.</param>
/// <param name="Seconds">Wall time so far, pauses left out.</param>
/// <param name="BestScore">The best validation score so far, or null where nothing was validated.</param>
/// <param name="BestEpoch">Its epoch; null exactly where there is no score.</param>
/// <param name="OptionsHash">SHA-256, as 64 lower-case hexadecimal digits, of the options and data of the run: another run may not go on.</param>
/// <param name="RandomStates">States of the random generators by name, as text of the generator's own making.</param>
public sealed record CheckpointState(
    int Epoch,
    long Step,
    double Seconds,
    double? BestScore,
    int? BestEpoch,
    string OptionsHash,
    ImmutableSortedDictionary<string, string> RandomStates);
