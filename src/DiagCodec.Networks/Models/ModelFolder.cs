using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Weights;

namespace DiagCodec.Networks.Models;

/// <summary>A folder with task.json, one or two weights files, and README.md, the model card.</summary>
public sealed class ModelFolder
{
    public const string TaskFile = "task.json";
    public const string CardFile = "README.md";

    private ModelFolder(string path, ModelTask task) => (Path, Task) = (path, task);

    public string Path { get; }

    public ModelTask Task { get; }

    /// <summary>Reads task.json; the weights are opened by <see cref="OpenWeights"/>.</summary>
    /// <exception cref="InvalidInputException">task.json is missing or broken.</exception>
    public static ModelFolder Open(string path) => new(path, ModelTaskJson.Read(System.IO.Path.Combine(path, TaskFile)));

    /// <summary>Opens weights and compares their SHA-256 with task.json, so that no figure of the model card is claimed by other weights.</summary>
    /// <exception cref="InvalidInputException">The task has no such weights, or the file is missing, broken or another one.</exception>
    public SafetensorsReader OpenWeights(WeightsVariant variant, CancellationToken cancellation)
    {
        if (Task.Variants.Of(variant) is not { } weights)
        {
            throw new InvalidInputException(variant == WeightsVariant.Hardened
                ? $"{Path}: task {Task.Name} has no hardened weights; use the plain ones"
                : $"{Path}: task {Task.Name} has no weights yet; train them with 'diagcodec train segmentation'");
        }

        return VouchedWeights.Open(Path, TaskFile, weights.File, weights.Sha256, cancellation);
    }
}
