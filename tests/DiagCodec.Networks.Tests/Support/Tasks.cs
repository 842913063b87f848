using System.Collections.Immutable;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.Weights;

namespace DiagCodec.Networks.Tests.Support;

/// <summary>A task with every field, and folders that hold one.</summary>
internal static class Tasks
{
    public static readonly ModelTask Full = new(
        1,
        "coronary-cta",
        "Coronary arteries and heart in CT angiography.",
        "CT",
        [
            new ModelClass(1, "artery", new("91723000", "SCT", "Anatomical Structure"), new("41801008", "SCT", "Coronary artery"), "#ff0000"),
            new ModelClass(2, "left ventricle", new("91723000", "SCT", "Anatomical Structure"), new("87878005", "SCT", "Left ventricle"), "#00FF7f"),
        ],
        new ModelInput(InputKind.Hu, -200, 800, 0.5, 3, null, null),
        new NetworkLayout(NetworkKind.Unet2d, [16, 32, 64], 8),
        [1],
        new AcceptedInput(["CT"], new NumberRange(-1024, 3071), 300, new NumberRange(0.3, 1)),
        new ModelVariants(new StoredWeights("weights.safetensors", new string('a', 64)), new StoredWeights("weights-hardened.safetensors", new string('0', 64))),
        new TrainingRecord("diagcodec train coronary-cta --seed 7", 7, "200 phantom patients", "split.json"),
        "MIT; cite the project.");

    /// <summary>A model folder with plain weights of one tensor.</summary>
    public static string Folder(TempFolder root, string name)
    {
        var folder = Directory.CreateDirectory(root[name]).FullName;
        var weights = Path.Combine(folder, "weights.safetensors");
        SafetensorsWriter.Write(weights, [NewTensor.OfFloats("w", [1], new[] { 1f })], ImmutableSortedDictionary<string, string>.Empty, overwrite: false, default);
        using var file = SafetensorsReader.Open(weights);
        var task = Full with { Name = name, Variants = new ModelVariants(new StoredWeights("weights.safetensors", file.Sha256(default)), null) };
        ModelTaskJson.Write(Path.Combine(folder, "task.json"), task, overwrite: false);
        return folder;
    }
}
