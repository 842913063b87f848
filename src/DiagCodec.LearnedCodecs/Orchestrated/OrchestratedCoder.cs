using System.Collections.Immutable;
using DiagCodec.LearnedCodecs.Orchestrated.Code;
using DiagCodec.LearnedCodecs.Orchestrated.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Orchestrated;

/// <summary>
/// The networks in use: image to code, code to feature image and label map. Sides that are no multiples of 16 go on with their last pixels, and what
/// comes out is cut to size.
/// </summary>
public sealed class OrchestratedCoder
{
    /// <summary>The segmentor's way down needs it.</summary>
    private const int SmallestSide = 48;

    private readonly OrchestratedNetwork _network;
    private readonly Device _device;

    /// <param name="network">Is put out of training; stays the caller's.</param>
    /// <param name="device">Where it lies.</param>
    public OrchestratedCoder(OrchestratedNetwork network, Device device)
    {
        (_network, _device) = (network, device);
        network.eval();
    }

    /// <summary>Sides of a code's cells for an image of these sides.</summary>
    public static ImmutableArray<long> Cells(ImmutableArray<long> sides) => [.. Padded(sides).Select(s => s / CompressionNetwork.Multiple)];

    /// <param name="image">channels * sides values, 0 to 1.</param>
    /// <param name="sides">Height and width, or depth, height and width.</param>
    /// <returns>bits * cells values, -1 and 1.</returns>
    public float[] Code(ReadOnlySpan<float> image, ImmutableArray<long> sides)
    {
        using var scope = NewDisposeScope();
        using var fixedGraph = no_grad();
        return StochasticBinariser.Use(_network.Compression.call(Pad(image, sides))).cpu().data<float>().ToArray();
    }

    /// <param name="code">bits * cells values, -1 and 1.</param>
    /// <param name="sides">Of the image.</param>
    public DecodedLabels Decode(float[] code, ImmutableArray<long> sides)
    {
        using var scope = NewDisposeScope();
        using var fixedGraph = no_grad();
        return Segment(_network.Reconstruction.call(tensor(code, [1, _network.Layout.Bits, .. Cells(sides)]).to(_device)), sides);
    }

    /// <summary>The label map of an image that was not coded, as the design without compression sees it.</summary>
    /// <param name="image">channels * sides values, 0 to 1.</param>
    /// <param name="sides">Of the image.</param>
    public DecodedLabels Segment(ReadOnlySpan<float> image, ImmutableArray<long> sides)
    {
        using var scope = NewDisposeScope();
        using var fixedGraph = no_grad();
        return Segment(Pad(image, sides), sides);
    }

    private DecodedLabels Segment(Tensor seen, ImmutableArray<long> sides)
    {
        var chances = Cut(_network.Segmentor.call(seen).sigmoid(), sides);
        var pixels = chances.Length / _network.Layout.Classes;
        var labels = new byte[pixels];
        for (var i = 0; i < pixels; i++)
        {
            var most = 0.5f;
            for (var k = 0; k < _network.Layout.Classes; k++)
            {
                if (chances[(k * pixels) + i] > most)
                {
                    (labels[i], most) = ((byte)(k + 1), chances[(k * pixels) + i]);
                }
            }
        }

        return new DecodedLabels(Cut(seen, sides), labels);
    }

    private Tensor Pad(ReadOnlySpan<float> image, ImmutableArray<long> sides)
    {
        var x = tensor(image.ToArray(), [1, _network.Layout.Channels, .. sides]).to(_device);

        // The last side comes first, with what is put before and behind it.
        var edges = Padded(sides).Zip(sides, (padded, side) => new[] { 0, padded - side }).Reverse().SelectMany(e => e).ToArray();
        return edges.All(e => e == 0) ? x : nn.functional.pad(x, edges, PaddingModes.Replicate);
    }

    private static float[] Cut(Tensor padded, ImmutableArray<long> sides)
    {
        for (var axis = 0; axis < sides.Length; axis++)
        {
            padded = padded.narrow(axis + 2, 0, sides[axis]);
        }

        return padded.contiguous().cpu().data<float>().ToArray();
    }

    private static IEnumerable<long> Padded(ImmutableArray<long> sides) =>
        sides.Select(s => Math.Max(SmallestSide, (s + CompressionNetwork.Multiple - 1) / CompressionNetwork.Multiple * CompressionNetwork.Multiple));
}
