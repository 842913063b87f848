using System.Collections.Immutable;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.Weights;
using DiagCodec.Segmentation.Network;
using static TorchSharp.torch;

namespace DiagCodec.Segmentation.Tests.Support;

/// <summary>Networks as lists of numbers, and networks whose output is known.</summary>
internal static class Weights
{
    /// <summary>All values, by name.</summary>
    public static SortedDictionary<string, float[]> ByName(nn.Module network)
    {
        var values = new SortedDictionary<string, float[]>(StringComparer.Ordinal);
        foreach (var (name, tensor) in network.state_dict())
        {
            using var copy = tensor.detach().clone();
            values.Add(name, copy.data<float>().ToArray());
        }

        return values;
    }

    /// <summary>All values in the order of the names.</summary>
    public static float[] Of(nn.Module network) => [.. ByName(network).Values.SelectMany(v => v)];

    /// <summary>All values of a file whose names have a prefix, in the order of the names.</summary>
    public static float[] Of(string path, string prefix)
    {
        using var file = SafetensorsReader.Open(path);
        return [.. file.Tensors.Where(t => t.Name.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(t => t.Name, StringComparer.Ordinal).SelectMany(Floats)];
    }

    public static UNet2d Create(ModelTask task, int seed) => NetworkFactory.Create(task, seed, CPU);

    /// <summary>A network that gives every pixel the same class scores.</summary>
    public static UNet2d Constant(int inputs, ImmutableArray<int> widths, params float[] scores)
    {
        var network = new UNet2d(inputs, scores.Length, widths, groups: 4);
        var state = network.state_dict();
        using var fixedGraph = no_grad();
        using var bias = tensor(scores);
        state["head.weight"].zero_();
        state["head.bias"].copy_(bias);
        return network;
    }

    private static float[] Floats(StoredTensor tensor)
    {
        var values = new float[tensor.ElementCount];
        tensor.ReadFloats(values);
        return values;
    }
}
