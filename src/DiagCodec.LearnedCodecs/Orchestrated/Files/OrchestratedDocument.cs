using System.Collections.Immutable;
using DiagCodec.Networks.Models;

namespace DiagCodec.LearnedCodecs.Orchestrated.Files;

/// <summary>The contents of orchestrated.json: which networks, what they see, what they tell apart, and where the weights come from.</summary>
/// <param name="Schema">Version of the document; <see cref="CurrentSchema"/>.</param>
/// <param name="Name">Of the model: lower-case letters, digits and inner hyphens, at most 64.</param>
/// <param name="Design">Which of the paper's designs.</param>
/// <param name="Layout">Sizes of the networks.</param>
/// <param name="Input">How a slice becomes the networks' input; the task's.</param>
/// <param name="Classes">The task's classes, as many as the layout says.</param>
/// <param name="Weights">The weights file beside the document.</param>
/// <param name="Training">What they were made with.</param>
public sealed record OrchestratedDocument(
    int Schema,
    string Name,
    OrchestratedDesign Design,
    OrchestratedLayout Layout,
    ModelInput Input,
    ImmutableArray<ModelClass> Classes,
    StoredWeights Weights,
    TrainingRecord Training)
{
    public const int CurrentSchema = 1;
}
