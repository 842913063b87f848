namespace DiagCodec.Segmentation.Train;

/// <summary>Where a training writes.</summary>
/// <param name="Name">For progress: the task, or a fold.</param>
/// <param name="Model">The model folder.</param>
/// <param name="Runs">Checkpoints and learning curves; may be removed when the model is whole.</param>
public sealed record ModelPlace(string Name, string Model, string Runs);
