using System.Collections.Immutable;
using DiagCodec.Networks.Models;

namespace DiagCodec.LearnedCodecs.Detect.Files;

/// <summary>The contents of detector.json: what a detector sees, what it finds boxes of, and where its weights come from.</summary>
/// <param name="Schema">Version of the document; <see cref="CurrentSchema"/>.</param>
/// <param name="Task">Name of the task whose input and classes it has.</param>
/// <param name="Layout">Sizes of the network; its inputs are <paramref name="Input"/>'s slices.</param>
/// <param name="Input">How a slice becomes the network's input.</param>
/// <param name="Classes">As many as the layout says.</param>
/// <param name="SmallestArea">Pixels on the network's grid that a connected part of a label map has at least to count as a box.</param>
/// <param name="Weights">The weights file beside the document.</param>
/// <param name="Training">What they were made with.</param>
public sealed record DetectorDocument(
    int Schema,
    string Task,
    DetectorLayout Layout,
    ModelInput Input,
    ImmutableArray<ModelClass> Classes,
    int SmallestArea,
    StoredWeights Weights,
    TrainingRecord Training)
{
    public const int CurrentSchema = 1;
}
