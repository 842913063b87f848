using System.Collections.Immutable;
using DiagCodec.LearnedCodecs.Layers;
using DiagCodec.Metrics.Detection;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Detect;

/// <summary>A detector in use: peaks of its heat maps become boxes.</summary>
public sealed class BoxDetector
{
    private const int Most = 100;
    private const int PeakWindow = 3;

    private readonly CentreDetector _network;
    private readonly Device _device;

    /// <param name="network">Is put out of training; stays the caller's.</param>
    /// <param name="device">Where it lies.</param>
    public BoxDetector(CentreDetector network, Device device)
    {
        (_network, _device) = (network, device);
        network.eval();
    }

    /// <param name="image">inputs * rows * columns values, 0 to 1.</param>
    /// <param name="rows">Height; any.</param>
    /// <param name="columns">Width; any.</param>
    /// <returns>At most 100 boxes within the image, the surest first.</returns>
    public ImmutableArray<DetectedBox> Detect(ReadOnlySpan<float> image, int rows, int columns)
    {
        using var scope = NewDisposeScope();
        return Detect(tensor(image.ToArray(), [1, _network.Layout.Inputs, rows, columns]).to(_device));
    }

    /// <inheritdoc cref="Detect(ReadOnlySpan{float}, int, int)"/>
    /// <param name="image">1 x inputs x rows x columns of any size, 0 to 1, where the network lies.</param>
    public ImmutableArray<DetectedBox> Detect(Tensor image)
    {
        using var scope = NewDisposeScope();
        using var fixedGraph = no_grad();
        var (rows, columns) = ((int)image.shape[2], (int)image.shape[3]);
        var x = WholeMultiple.Padded(image, _network.Multiple);
        var output = _network.call(x);
        var chances = output.narrow(1, 0, _network.Layout.Classes).sigmoid();
        var isPeak = chances.eq(nn.functional.max_pool2d(chances, PeakWindow, 1, PeakWindow / 2));
        var peaks = (chances * isPeak.to_type(ScalarType.Float32)).contiguous().cpu().data<float>().ToArray();
        var boxes = output.narrow(1, _network.Layout.Classes, CentreDetector.BoxChannels).contiguous().cpu().data<float>().ToArray();
        var (cells, across) = ((int)(output.shape[2] * output.shape[3]), (int)output.shape[3]);
        return [.. Enumerable.Range(0, peaks.Length)
            .Where(i => peaks[i] > 0)
            .OrderByDescending(i => peaks[i])
            .Take(Most)
            .Select(i => new DetectedBox((i / cells) + 1, peaks[i], Box(boxes, i % cells, cells, across, rows, columns)))];
    }

    private static BoundingBox Box(float[] boxes, int cell, int cells, int across, int rows, int columns)
    {
        var (width, height) = (Math.Exp(boxes[cell]) * CentreDetector.Stride, Math.Exp(boxes[cells + cell]) * CentreDetector.Stride);
        var x = ((cell % across) + boxes[(2 * cells) + cell]) * CentreDetector.Stride;
        var y = ((cell / across) + boxes[(3 * cells) + cell]) * CentreDetector.Stride;
        var (left, top) = (Math.Clamp(x - (width / 2), 0, columns), Math.Clamp(y - (height / 2), 0, rows));
        return new BoundingBox(left, top, Math.Max(left, Math.Min(columns, x + (width / 2))), Math.Max(top, Math.Min(rows, y + (height / 2))));
    }
}
