using DiagCodec.Segmentation.Input;
using DiagCodec.Segmentation.Tests.Support;
using DiagCodec.Segmentation.Train.Sampling;

namespace DiagCodec.Segmentation.Tests.Train.Sampling;

public class PatchWarpTests
{
    private const int Side = 6;
    private const double Middle = (Side - 1) / 2.0;

    private static readonly ushort[] Numbers = Planes.Noise(Side, Side, 1, 3).Slices[0];
    private static readonly byte[] Classes = [.. Enumerable.Range(0, Side * Side).Select(i => (byte)i)];

    [Fact]
    public void The_identity_gives_the_image() => AssertMoved(new PatchWarp(Middle, Middle, 1, 0, 0, 1), (u, v) => (u, v));

    [Fact]
    public void A_flip_of_columns_mirrors_left_and_right() => AssertMoved(new PatchWarp(Middle, Middle, -1, 0, 0, 1), (u, v) => (Side - 1 - u, v));

    [Fact]
    public void A_flip_of_rows_mirrors_up_and_down() => AssertMoved(new PatchWarp(Middle, Middle, 1, 0, 0, -1), (u, v) => (u, Side - 1 - v));

    [Fact]
    public void A_quarter_turn_makes_rows_of_columns() => AssertMoved(new PatchWarp(Middle, Middle, 0, -1, 1, 0), (u, v) => (Side - 1 - v, u));

    [Fact]
    public void A_shift_brings_background_in()
    {
        var warp = new PatchWarp(Middle + 2, Middle, 1, 0, 0, 1);
        var (image, labels) = Cut(warp, Side);
        for (var i = 0; i < image.Length; i++)
        {
            var (x, y) = ((i % Side) + 2, i / Side);
            Assert.Equal(x < Side ? Numbers[(y * Side) + x] / InputPlanes.Scale : 0, image[i], 6);
            Assert.Equal(x < Side ? Classes[(y * Side) + x] : 0, labels[i]);
        }
    }

    [Fact]
    public void Far_outside_is_nothing()
    {
        var (image, labels) = Cut(new PatchWarp(1000, -1000, 1, 0, 0, 1), 16);
        Assert.All(image, v => Assert.Equal(0, v));
        Assert.All(labels, v => Assert.Equal(0, v));
    }

    [Fact]
    public void Between_pixels_is_their_mean()
    {
        var warp = new PatchWarp(0.5, 0.25, 1, 0, 0, 1);
        var patch = new float[1];
        warp.Image([0, 40000, 20000, 60000], 2, 2, patch, 1);
        Assert.Equal(((0.75 * 20000) + (0.25 * 40000)) / 65535, patch[0], 6);

        // Half a pixel beyond the border, half of what is outside.
        new PatchWarp(-0.5, 0, 1, 0, 0, 1).Image([60000, 0, 60000, 0], 2, 2, patch, 1);
        Assert.Equal(30000 / 65535f, patch[0], 6);
    }

    [Fact]
    public void What_is_drawn_stays_within_the_options()
    {
        var options = new AugmentationOptions { Rotation = 0.5, LogZoom = 0.25, FlipColumns = 0.5, FlipRows = 0.3 };
        var random = new Random(1);
        var (left, up, smallest, largest, turned) = (0, 0, 9.0, 0.0, 0.0);
        const int Draws = 4000;
        for (var i = 0; i < Draws; i++)
        {
            var warp = PatchWarp.Draw(7, 9, options, random);
            Assert.Equal((7, 9), (warp.CentreX, warp.CentreY));
            var zoom = Math.Sqrt((warp.XU * warp.XU) + (warp.YU * warp.YU));
            Assert.Equal(zoom, Math.Sqrt((warp.XV * warp.XV) + (warp.YV * warp.YV)), 9);
            Assert.Equal(0, (warp.XU * warp.XV) + (warp.YU * warp.YV), 9);

            // Rotations of less than a quarter turn leave the signs of the diagonal to the flips.
            (left, up) = (left + (warp.XU < 0 ? 1 : 0), up + (warp.YV < 0 ? 1 : 0));
            (smallest, largest) = (Math.Min(smallest, zoom), Math.Max(largest, zoom));
            turned = Math.Max(turned, Math.Abs(Math.Atan(warp.YU / warp.XU)));
        }

        Assert.InRange(smallest, Math.Exp(-0.25), Math.Exp(-0.24));
        Assert.InRange(largest, Math.Exp(0.24), Math.Exp(0.25));
        Assert.InRange(turned, 0.49, 0.5);

        // Five standard deviations of the binomial counts.
        Assert.InRange(left, (0.5 * Draws) - 158, (0.5 * Draws) + 158);
        Assert.InRange(up, (0.3 * Draws) - 145, (0.3 * Draws) + 145);
    }

    [Fact]
    public void Without_augmentation_only_the_place_is_drawn() =>
        Assert.Equal(new PatchWarp(3, 4, 1, 0, 0, 1), PatchWarp.Draw(3, 4, AugmentationOptions.None, new Random(1)));

    [Fact]
    public void Labels_stay_on_what_they_label()
    {
        var volume = Planes.Volume(64, 64, 1, (x, y, _) => IsSquare(x, y) ? 65535 : 0, (x, y, _) => IsSquare(x, y) ? 1 : 0);
        var random = new Random(2);
        var (image, labels) = (new float[64 * 64], new long[64 * 64]);
        for (var i = 0; i < 200; i++)
        {
            var warp = PatchWarp.Draw(31.5, 31.5, new AugmentationOptions(), random);
            warp.Image(volume.Planes.Slices[0], 64, 64, image, 64);
            warp.Labels(volume.Labels[0], 64, 64, labels, 64);
            var both = image.Zip(labels).Count(p => p.First > 0.5 && p.Second == 1);
            var dice = 2.0 * both / (image.Count(v => v > 0.5) + labels.Count(l => l == 1));
            Assert.True(dice > 0.98, $"{warp}: {dice}");
        }

        static bool IsSquare(int x, int y) => x is >= 16 and < 40 && y is >= 22 and < 46;
    }

    private static void AssertMoved(PatchWarp warp, Func<int, int, (int X, int Y)> from)
    {
        var (image, labels) = Cut(warp, Side);
        for (var i = 0; i < image.Length; i++)
        {
            var (x, y) = from(i % Side, i / Side);
            Assert.Equal(Numbers[(y * Side) + x] / InputPlanes.Scale, image[i], 6);
            Assert.Equal(Classes[(y * Side) + x], labels[i]);
        }
    }

    private static (float[] Image, long[] Labels) Cut(PatchWarp warp, int size)
    {
        var (image, labels) = (new float[size * size], new long[size * size]);
        warp.Image(Numbers, Side, Side, image, size);
        warp.Labels(Classes, Side, Side, labels, size);
        return (image, labels);
    }
}
