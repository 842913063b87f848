using DiagCodec.Networks.Training;

namespace DiagCodec.Segmentation.Train;

/// <summary>How far a training is. Whoever prints it knows the clock.</summary>
/// <param name="Run">Which network: the task's name, or a fold.</param>
/// <param name="Step">Steps done.</param>
/// <param name="Steps">Steps in all.</param>
/// <param name="Epoch">Set where an epoch has just ended.</param>
public sealed record TrainingProgress(string Run, int Step, int Steps, EpochRow? Epoch)
{
    /// <summary>What the user should know, such as a checkpoint that is damaged; null otherwise.</summary>
    public string? Note { get; init; }
}
