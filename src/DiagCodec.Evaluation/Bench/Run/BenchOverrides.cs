using DiagCodec.Networks.Models;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>What the command line changes of an experiment. Paths are as the shell sees them; null leaves what the file says.</summary>
public sealed record BenchOverrides
{
    /// <summary>Folder of images and label maps.</summary>
    public string? Data { get; init; }

    /// <summary>A task's name, a model folder, or a folder of folds.</summary>
    public string? Model { get; init; }

    public WeightsVariant? Weights { get; init; }

    /// <summary>Folder of policy folders that is looked into first for the policies that methods name.</summary>
    public string? Policies { get; init; }
}
