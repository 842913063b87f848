using DiagCodec.Networks.Models;

namespace DiagCodec.Segmentation.Tests.Data;

/// <summary>Tasks that say only what the reading of cases asks.</summary>
internal static class TestTask
{
    private static readonly CodedConcept Concept = new("51114001", "SCT", "Artery");

    public static ModelTask Of(int classes, ModelInput? input = null) => new(
        ModelTask.CurrentSchema,
        "test",
        "A task for tests.",
        "CT",
        [.. Enumerable.Range(1, classes).Select(k => new ModelClass(k, $"class{k}", Concept, Concept, "#ff0000"))],
        input ?? new ModelInput(InputKind.Code, 0, 255, null, 1, null, null),
        new NetworkLayout(NetworkKind.Unet2d, [8, 16], 8),
        [1],
        new AcceptedInput(["CT"], null, null, null),
        new ModelVariants(new StoredWeights("plain.safetensors", new string('0', 64)), null),
        new TrainingRecord("train", 1, "none", "split.json"),
        "MIT");
}
