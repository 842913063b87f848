using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Infer;
using DiagCodec.Segmentation.Tests.Support;
using static TorchSharp.torch;

namespace DiagCodec.Segmentation.Tests.Network;

/// <summary>The tasks that come with the programs describe networks that can be made, and weights that fit them.</summary>
public class RepositoryModelsTests
{
    [Theory]
    [InlineData("coronary-cta")]
    [InlineData("coronary-xca")]
    [InlineData("moving-object")]
    [InlineData("sts-tumour-ct")]
    public void A_network_is_made_and_takes_its_weights(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "DiagCodec.sln")))
        {
            folder = folder.Parent!;
        }

        var model = ModelFolder.Open(Path.Combine(folder.FullName, "models", name));
        using (var network = Weights.Create(model.Task, 1))
        {
            Assert.Equal((model.Task.Input.Slices, model.Task.OutputChannels, model.Task.Network.Multiple), (network.Inputs, network.Classes, network.Multiple));
        }

        foreach (var variant in model.Task.Variants.Present())
        {
            using var segmenter = Segmenter.Load(model, variant, CPU, TileOptions.Default, default);
            Assert.Equal(name, segmenter.Task.Name);
        }
    }
}
