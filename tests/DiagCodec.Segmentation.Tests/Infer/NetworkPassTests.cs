using DiagCodec.Segmentation.Infer;
using DiagCodec.Segmentation.Input;
using DiagCodec.Segmentation.Network;
using DiagCodec.Segmentation.Tests.Data;
using DiagCodec.Segmentation.Tests.Support;
using static TorchSharp.torch;

namespace DiagCodec.Segmentation.Tests.Infer;

public class NetworkPassTests
{
    private static readonly TileOptions Small = new(16, 5);

    public static TheoryData<int, int> Sizes => new() { { 1, 1 }, { 16, 16 }, { 17, 3 }, { 37, 53 }, { 64, 31 }, { 1, 40 } };

    /// <summary>Weights of the tiles add up to 1: where all tiles say the same, so does the whole.</summary>
    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_network_that_always_says_the_same_is_heard_everywhere(int columns, int rows)
    {
        using var network = Weights.Constant(3, [8, 16], 0, MathF.Log(2), MathF.Log(5));
        var probabilities = Probabilities(network, Small, Planes.Noise(columns, rows, 2, 1), 1);
        var pixels = columns * rows;
        Assert.Equal(3 * pixels, probabilities.Length);
        Assert.All(probabilities, (p, i) => Assert.Equal((1 + (i / pixels * (i / pixels))) / 8.0, p, 1e-5));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Probabilities_of_a_pixel_add_up_to_one(int columns, int rows)
    {
        using var network = Weights.Create(TestTask.Of(2), 3);
        var pixels = columns * rows;
        var probabilities = Probabilities(network, Small, Planes.Noise(columns, rows, 1, 2), 0);
        Assert.All(Enumerable.Range(0, pixels), i => Assert.Equal(1, probabilities[i] + probabilities[pixels + i] + probabilities[(2 * pixels) + i], 1e-5));
    }

    [Fact]
    public void A_slice_of_the_networks_multiple_goes_through_as_it_is()
    {
        using var network = Weights.Create(Discs.Task, 3);
        var planes = Planes.Noise(24, 12, 3, 4);
        Assert.All(Direct(network, planes, 1, 0, 0, 24, 12).Zip(Probabilities(network, TileOptions.Default, planes, 1)), p => Assert.Equal(p.First, p.Second, 1e-6));
    }

    [Fact]
    public void Other_sizes_are_filled_up_with_zeros_below_and_at_the_right()
    {
        using var network = Weights.Create(Discs.Task, 3);
        var planes = Planes.Noise(13, 7, 1, 4);
        var filled = Planes.Of(14, 8, 1, (x, y, z) => x < 13 && y < 7 ? planes.Slices[z][(y * 13) + x] : 0);
        var (expected, found) = (Direct(network, filled, 0, 0, 0, 14, 8), Probabilities(network, TileOptions.Default, planes, 0));
        for (var i = 0; i < found.Length; i++)
        {
            var (k, y, x) = (i / 91, i % 91 / 13, i % 13);
            Assert.Equal(expected[(((k * 8) + y) * 14) + x], found[i], 1e-6);
        }
    }

    [Fact]
    public void Without_overlap_every_tile_is_its_own()
    {
        using var network = Weights.Create(Discs.Task, 3);
        var planes = Planes.Noise(32, 16, 1, 4);
        var found = Probabilities(network, new TileOptions(16, 0), planes, 0);
        foreach (var left in (int[])[0, 16])
        {
            var tile = Direct(network, planes, 0, left, 0, 16, 16);
            for (var i = 0; i < tile.Length; i++)
            {
                Assert.Equal(tile[i], found[(i / 256 * 512) + (i % 256 / 16 * 32) + left + (i % 16)], 1e-6);
            }
        }
    }

    /// <summary>Tiles of 16 at 0 and 11 of 27 columns: weights fall from 1 to 1/6 over the last pixels before a tile's border.</summary>
    [Fact]
    public void Neighbours_are_blended_by_their_distance_from_the_border()
    {
        using var network = Weights.Create(Discs.Task, 3);
        var planes = Planes.Noise(27, 16, 1, 4);
        var (first, second) = (Direct(network, planes, 0, 0, 0, 16, 16), Direct(network, planes, 0, 11, 0, 16, 16));
        var found = Probabilities(network, Small, planes, 0);
        for (var i = 0; i < found.Length; i++)
        {
            var (k, y, x) = (i / 432, i % 432 / 27, i % 27);
            var (mine, others) = (Weight(x, y), Weight(x - 11, y));
            var sum = (mine == 0 ? 0 : mine * first[(((k * 16) + y) * 16) + x]) + (others == 0 ? 0 : others * second[(((k * 16) + y) * 16) + x - 11]);
            Assert.Equal(sum / (mine + others), found[i], 1e-5);
        }

        static double Weight(int x, int y) =>
            x is < 0 or > 15 ? 0 : Math.Min(1, (Math.Min(Math.Min(x, 15 - x), Math.Min(y, 15 - y)) + 1) / 6.0);
    }

    [Fact]
    public void Channels_are_the_slices_round_the_one_asked_for()
    {
        using var network = Weights.Create(TestTask.Of(1, new(Networks.Models.InputKind.Code, 0, 255, null, 3, null, null)), 3);
        var planes = Planes.Noise(8, 8, 5, 4);
        Assert.All(Direct(network, planes, 4, 0, 0, 8, 8).Zip(Probabilities(network, Small, planes, 4)), p => Assert.Equal(p.First, p.Second, 1e-6));
        Assert.NotEqual(Probabilities(network, Small, planes, 3), Probabilities(network, Small, planes, 4));
    }

    private static float[] Probabilities(UNet2d network, TileOptions tiles, InputPlanes planes, int slice)
    {
        var pass = new NetworkPass(network, CPU, tiles);
        var probabilities = new float[pass.Classes * planes.Columns * planes.Rows];
        Array.Fill(probabilities, 77);
        pass.Probabilities(planes, slice, probabilities);
        return probabilities;
    }

    private static float[] Direct(UNet2d network, InputPlanes planes, int slice, int left, int top, int width, int height)
    {
        using var scope = NewDisposeScope();
        using var inference = no_grad();
        var input = new List<float>();
        for (var channel = 0; channel < network.Inputs; channel++)
        {
            var plane = planes.Slices[Math.Clamp(slice + channel - (network.Inputs / 2), 0, planes.Slices.Length - 1)];
            input.AddRange(Enumerable.Range(0, width * height).Select(i => plane[((top + (i / width)) * planes.Columns) + left + (i % width)] / 65535f));
        }

        var scores = network.call(tensor(input.ToArray(), [1, network.Inputs, height, width]));
        return nn.functional.softmax(scores, 1).contiguous().data<float>().ToArray();
    }
}
