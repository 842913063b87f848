using DiagCodec.Networks.Models;

namespace DiagCodec.Evaluation.Bench.Experiments;

/// <summary>The diagnosis that has to survive, and the network that makes it.</summary>
/// <param name="Model">A task's name, a model folder, or a folder with fold-1, fold-2 ... of a cross-validation.</param>
public sealed record ExperimentTask(string Model)
{
    /// <summary>Which weights find the mask and judge the decoded slices.</summary>
    public WeightsVariant Weights { get; init; } = WeightsVariant.Plain;

    /// <summary>True where none of the data took part in the training, so that every case counts; else only cases that the model's split keeps for tests.</summary>
    public bool AllUnseen { get; init; }
}
