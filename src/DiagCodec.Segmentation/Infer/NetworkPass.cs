using DiagCodec.Segmentation.Input;
using DiagCodec.Segmentation.Network;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.Segmentation.Infer;

/// <summary>Runs a network over slices: whole slices where they are small, else overlapping tiles whose probabilities are blended.</summary>
public sealed class NetworkPass
{
    private readonly UNet2d _network;
    private readonly Device _device;
    private readonly TileOptions _tiles;

    public NetworkPass(UNet2d network, Device device, TileOptions tiles) => (_network, _device, _tiles) = (network, device, tiles);

    public int Classes => _network.Classes;

    /// <summary>Class probabilities of one slice.</summary>
    /// <param name="planes">The volume on the network's grid.</param>
    /// <param name="slice">Which slice.</param>
    /// <param name="probabilities">classes * rows * columns values, class by class; overwritten.</param>
    public void Probabilities(InputPlanes planes, int slice, Span<float> probabilities)
    {
        probabilities.Clear();
        var (columns, rows) = (planes.Columns, planes.Rows);
        var across = TileGrid.Along(columns, _tiles);
        var down = TileGrid.Along(rows, _tiles);
        var weights = new float[columns * rows];
        foreach (var top in down)
        {
            foreach (var left in across)
            {
                var (width, height) = (Math.Min(_tiles.Size, columns - left), Math.Min(_tiles.Size, rows - top));
                var tile = Tile(planes, slice, left, top, width, height);
                Blend(tile, left, top, width, height, columns, probabilities, weights);
            }
        }

        for (var k = 0; k < Classes; k++)
        {
            var plane = probabilities.Slice(k * columns * rows, columns * rows);
            System.Numerics.Tensors.TensorPrimitives.Divide(plane, weights, plane);
        }
    }

    private float[] Tile(InputPlanes planes, int slice, int left, int top, int width, int height)
    {
        var (padded, paddedRows) = (RoundUp(width), RoundUp(height));
        var input = new float[_network.Inputs * padded * paddedRows];
        for (var channel = 0; channel < _network.Inputs; channel++)
        {
            var from = planes.Channel(slice, channel, _network.Inputs);
            for (var y = 0; y < height; y++)
            {
                var row = from.AsSpan(((top + y) * planes.Columns) + left, width);
                var to = input.AsSpan((((channel * paddedRows) + y) * padded), width);
                for (var x = 0; x < row.Length; x++)
                {
                    to[x] = row[x] / InputPlanes.Scale;
                }
            }
        }

        using var scope = NewDisposeScope();
        using var inference = no_grad();
        var tensor = torch.tensor(input, [1, _network.Inputs, paddedRows, padded]).to(_device);
        var result = nn.functional.softmax(_network.call(tensor), 1).narrow(2, 0, height).narrow(3, 0, width);
        return result.contiguous().cpu().data<float>().ToArray();
    }

    private void Blend(float[] tile, int left, int top, int width, int height, int columns, Span<float> sums, float[] weights)
    {
        var pixels = weights.Length;
        for (var y = 0; y < height; y++)
        {
            var fromBorder = Math.Min(y, height - 1 - y);
            for (var x = 0; x < width; x++)
            {
                // A tile knows least at its border; the weight falls linearly over the overlap.
                var weight = Math.Min(1, (Math.Min(fromBorder, Math.Min(x, width - 1 - x)) + 1f) / (_tiles.Overlap + 1));
                var at = ((top + y) * columns) + left + x;
                weights[at] += weight;
                for (var k = 0; k < Classes; k++)
                {
                    sums[(k * pixels) + at] += weight * tile[(((k * height) + y) * width) + x];
                }
            }
        }
    }

    private int RoundUp(int length) => (length + _network.Multiple - 1) / _network.Multiple * _network.Multiple;
}
