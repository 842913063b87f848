using System.Collections.Immutable;
using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Segmentation.Train;

/// <summary>What is trained on what.</summary>
/// <param name="Name">Of the run, for progress.</param>
/// <param name="Task">Network and input.</param>
/// <param name="Options">How.</param>
/// <param name="Training">At least one case.</param>
/// <param name="Validation">None: the last epoch's weights are kept.</param>
/// <param name="Hash">SHA-256 of all that decides the result; a run folder of another hash is not continued.</param>
public sealed record TrainingPlan(
    string Name,
    ModelTask Task,
    TrainingOptions Options,
    ImmutableArray<TrainingCase> Training,
    ImmutableArray<TrainingCase> Validation,
    string Hash);
