using System.Collections.Immutable;

namespace DiagCodec.Networks.Models;

/// <summary>The contents of task.json: what a network sees, what it tells apart, and where its weights come from.</summary>
/// <param name="Schema">Version of the document; <see cref="CurrentSchema"/>.</param>
/// <param name="Name">Name of the task and of its folder: lower-case letters, digits and inner hyphens, at most 64.</param>
/// <param name="Description">A sentence for people.</param>
/// <param name="Modality">DICOM modality of the images that it was trained on.</param>
/// <param name="Classes">At least one, numbered 1, 2, 3 ... in this order.</param>
/// <param name="Input">How an image becomes the network's input.</param>
/// <param name="Network">The network's sizes.</param>
/// <param name="Foreground">Numbers of the classes that are diagnosed, rising; a mask of the task covers these.</param>
/// <param name="Accepts">The images that it was trained for.</param>
/// <param name="Variants">The weights.</param>
/// <param name="Training">What they were made with; null for a task that is still to be trained.</param>
/// <param name="Licence">The licence of the weights, and what it asks of users.</param>
public sealed record ModelTask(
    int Schema,
    string Name,
    string Description,
    string Modality,
    ImmutableArray<ModelClass> Classes,
    ModelInput Input,
    NetworkLayout Network,
    ImmutableArray<int> Foreground,
    AcceptedInput Accepts,
    ModelVariants Variants,
    TrainingRecord? Training,
    string Licence)
{
    public const int CurrentSchema = 1;

    /// <summary>What becomes of the network's classes; where it is not given, nothing is done.</summary>
    public ModelOutput Output { get; init; } = new(0);

    /// <summary>Channels that the network puts out: the classes and the background.</summary>
    public int OutputChannels => Classes.Length + 1;
}
