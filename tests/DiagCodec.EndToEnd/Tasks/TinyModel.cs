using DiagCodec.Networks.Models;
using DiagCodec.Networks.Splits;
using DiagCodec.Segmentation.Models;
using DiagCodec.Segmentation.Network;
using TorchSharp;

namespace DiagCodec.EndToEnd.Tasks;

/// <summary>
/// A network that nobody had to train: its convolutions hand on the middle slice as it is, so that class 1 is what is brighter than the
/// slice's mean by some standard deviations, 0.7 for the plain weights and 1.2 for the hardened ones.
/// </summary>
internal static class TinyModel
{
    public const string Name = "bright-things";

    private const int Width = 8;

    public static ModelTask Task { get; } = new(
        ModelTask.CurrentSchema,
        Name,
        "What is bright.",
        "CT",
        [new ModelClass(1, "bright thing", new CodedConcept("123037004", "SCT", "Anatomical Structure"), new CodedConcept("41801008", "SCT", "Coronary artery"), "#e6402c")],
        new ModelInput(InputKind.Hu, -200, 800, null, 3, null, null),
        new NetworkLayout(NetworkKind.Unet2d, [Width, 2 * Width], Width),
        [1],
        new AcceptedInput(["CT"], new NumberRange(-1100, 4000), 100, new NumberRange(0.5, 4)),
        new ModelVariants(null, null),
        new TrainingRecord("none", 1, "none", ModelStore.SplitFile),
        "MIT");

    /// <summary>Writes the model folder; returns its path.</summary>
    public static string Write(string folder, ModelTask? task = null, bool hardened = true)
    {
        var store = new ModelStore(folder, task ?? Task);
        Put(store, WeightsVariant.Plain, 0.7f);
        if (hardened)
        {
            Put(store, WeightsVariant.Hardened, 1.2f);
        }

        store.Write(new DataSplit(DataSplit.CurrentSchema, 1, ["nobody"], [], []));
        return folder;
    }

    private static void Put(ModelStore store, WeightsVariant variant, float threshold)
    {
        using var network = NetworkFactory.Create(Task, seed: 1, torch.CPU);
        using (torch.no_grad())
        {
            HandOn(network, "down.0.conv1.weight", inputs: 3, _ => 1);
            HandOn(network, "down.0.conv2.weight", Width, k => k);

            // What comes from the level below is in front of the level's own features.
            HandOn(network, "up.0.conv1.weight", 2 * Width, k => Width + k);
            HandOn(network, "up.0.conv2.weight", Width, k => k);
            Set(network, "head.weight", [.. Enumerable.Range(0, 2 * Width).Select(i => i == Width ? 1f : 0f)]);
            Set(network, "head.bias", [0, -threshold]);
        }

        store.Put(variant, network, CancellationToken.None);
    }

    /// <summary>3x3 kernels of which output k takes the middle of one input alone.</summary>
    private static void HandOn(UNet2d network, string name, int inputs, Func<int, int> input)
    {
        var values = new float[Width * inputs * 9];
        for (var k = 0; k < Width; k++)
        {
            values[(((k * inputs) + input(k)) * 9) + 4] = 1;
        }

        Set(network, name, values);
    }

    private static void Set(UNet2d network, string name, float[] values)
    {
        var parameter = network.get_parameter(name)!;
        parameter.copy_(torch.tensor(values, parameter.shape));
    }
}
