using DiagCodec.Segmentation.Input;
using DiagCodec.Segmentation.Tests.Support;
using DiagCodec.Segmentation.Train.Data;
using DiagCodec.Segmentation.Train.Sampling;

namespace DiagCodec.Segmentation.Tests.Train.Sampling;

public class PatchSamplerTests
{
    private static readonly PatchOptions Plain = new() { Size = 16, Batch = 50, Augmentation = AugmentationOptions.None };

    [Fact]
    public void A_batch_depends_on_seed_and_number_alone()
    {
        var options = new PatchOptions { Size = 16, Batch = 3 };
        var sampler = new PatchSampler(Discs.Cases(3), options, 1, 4);
        var forward = Enumerable.Range(0, 6).Select(sampler.Draw).ToList();
        var other = new PatchSampler(Discs.Cases(3), options, 1, 4);
        for (var number = 5; number >= 0; number--)
        {
            var batch = other.Draw(number);
            Assert.Equal(forward[number].Images, batch.Images);
            Assert.Equal(forward[number].Labels, batch.Labels);
        }

        Assert.Equal(6, forward.Select(b => string.Join(' ', b.Images.Take(50))).Distinct().Count());
        Assert.NotEqual(forward[0].Images, new PatchSampler(Discs.Cases(3), options, 1, 5).Draw(0).Images);
        Assert.Equal((3, 1, 16), (forward[0].Batch, forward[0].Channels, forward[0].Size));
        Assert.Equal((3 * 256, 3 * 256), (forward[0].Images.Length, forward[0].Labels.Length));
    }

    [Fact]
    public void Batches_drawn_side_by_side_are_those_drawn_one_by_one()
    {
        var sampler = new PatchSampler(Discs.Cases(3), new PatchOptions { Size = 16, Batch = 3 }, 3, 4);
        var made = new float[16][];
        Parallel.For(0, made.Length, i => made[i] = sampler.Draw(i).Images);
        Assert.All(Enumerable.Range(0, made.Length), i => Assert.Equal(sampler.Draw(i).Images, made[i]));
    }

    /// <summary>Every sample of this image is another one, so that a patch of even size tells whether it was interpolated.</summary>
    [Theory]
    [InlineData(16, true)]
    [InlineData(15, false)]
    public void A_patch_on_the_grid_holds_the_images_own_samples(int size, bool isOnGrid)
    {
        var volume = Planes.Volume(40, 40, 1, (x, y, _) => ((y * 40) + x) * 40, (_, _, _) => 0);
        var samples = volume.Planes.Slices[0].Select(v => v / InputPlanes.Scale).ToHashSet();
        var options = Plain with { Size = size, IsOnGrid = isOnGrid, Augmentation = AugmentationOptions.None with { FlipColumns = 0.5, FlipRows = 0.5 } };
        var found = new PatchSampler([One(volume)], options, 1, 3).Draw(0).Images;
        Assert.All(found, v => Assert.Contains(v, samples));
        Assert.Contains(new PatchSampler([One(volume)], Plain, 1, 3).Draw(0).Images, v => !samples.Contains(v));
    }

    /// <summary>One pixel of foreground, in one slice of 20 and far from the border: a patch drawn elsewhere sees it once in about 320.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(0.8)]
    [InlineData(1)]
    public void The_share_of_patches_round_foreground_is_met(double share)
    {
        var volume = Planes.Volume(64, 64, 20, (_, _, _) => 0, (x, y, z) => (x, y, z) == (30, 33, 7) ? 1 : 0);
        var found = Patches(new([One(volume)], Plain with { ForegroundShare = share }, 1, 9), 40).Count(p => p.Labels.Contains(1));
        var bound = 5 * Math.Sqrt(share * (1 - share) * 2000);
        Assert.InRange(found, (share * 2000) - bound, (share * 2000) + bound + ((1 - share) * 20));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.75)]
    [InlineData(1)]
    public void The_share_of_coded_patches_is_met_and_all_codings_alike(double share)
    {
        var volumes = Enumerable.Range(0, 4).Select(k => Planes.Volume(32, 32, 2, (_, _, _) => 10000 * k, (_, _, _) => 0)).ToArray();
        var sampler = new PatchSampler([new TrainingCase("a", volumes[0], [.. volumes[1..]])], Plain with { CodedShare = share }, 1, 9);
        var counts = Patches(sampler, 40).CountBy(p => (int)MathF.Round(p.Image[100] * InputPlanes.Scale / 10000)).ToDictionary();
        AssertShare(1 - share, 2000, counts.GetValueOrDefault(0));
        Assert.All((int[])[1, 2, 3], k => AssertShare(share / 3, 2000, counts.GetValueOrDefault(k)));
    }

    [Fact]
    public void Cases_weigh_alike_however_many_slices_they_have()
    {
        var (small, large) = (Planes.Volume(32, 32, 1, (_, _, _) => 0, (_, _, _) => 0), Planes.Volume(32, 32, 50, (_, _, _) => 60000, (_, _, _) => 0));
        var sampler = new PatchSampler([One(small), One(large)], Plain, 1, 3);
        AssertShare(0.5, 2000, Patches(sampler, 40).Count(p => p.Image[100] > 0.5));
    }

    [Fact]
    public void Where_there_is_no_foreground_patches_come_from_anywhere()
    {
        var volume = Planes.Volume(64, 64, 8, (x, _, z) => (x * 900) + z, (_, _, _) => 0);
        var patches = Patches(new([One(volume)], Plain with { ForegroundShare = 1 }, 1, 3), 4);
        Assert.All(patches, p => Assert.All(p.Labels, l => Assert.Equal(0, l)));
        Assert.True(patches.Select(p => p.Image[100]).Distinct().Count() > 50);
    }

    [Fact]
    public void A_case_smaller_than_the_patch_is_in_it_whole_with_nothing_round_it()
    {
        var volume = Planes.Volume(5, 3, 1, (_, _, _) => 65535, (_, _, _) => 1);
        Assert.All(Patches(new([One(volume)], Plain, 1, 3), 2), p =>
        {
            Assert.Equal(15, p.Labels.Sum());
            Assert.Equal(15, p.Image.Sum(), 3);
        });
    }

    [Fact]
    public void Patches_do_not_leave_a_large_image()
    {
        var volume = Planes.Volume(40, 60, 1, (_, _, _) => 65535, (x, y, _) => x is 0 or 39 && y is 0 or 59 ? 1 : 0);

        // The patch's middle lies on a pixel: at the far border half a pixel is outside.
        Assert.All(
            Patches(new([One(volume)], Plain with { ForegroundShare = 0.5 }, 1, 3), 4),
            p => Assert.All(p.Image.Where((_, i) => i % 16 < 15 && i / 16 < 15), v => Assert.Equal(1, v, 5)));
    }

    [Fact]
    public void Channels_are_the_neighbouring_slices_and_labels_the_middle_ones()
    {
        var volume = Planes.Volume(32, 32, 9, (_, _, z) => 1000 * z, (_, _, z) => z, sliceStep: 2);
        var patches = Patches(new([One(volume)], Plain with { ForegroundShare = 0.5 }, 3, 3), 4);
        Assert.Equal(9, patches.Select(p => p.Labels[100]).Distinct().Count());
        Assert.All(patches, p =>
        {
            var middle = (int)p.Labels[100];
            int[] expected = [Math.Max(0, middle - 2), middle, Math.Min(8, middle + 2)];
            Assert.Equal(expected, Enumerable.Range(0, 3).Select(c => (int)MathF.Round(p.Image[(c * 256) + 100] * InputPlanes.Scale / 1000)));
        });
    }

    [Fact]
    public void A_bright_square_stays_under_its_label_through_all_augmentations()
    {
        var volume = Planes.Volume(64, 64, 3, (x, y, _) => IsSquare(x, y) ? 65535 : 0, (x, y, _) => IsSquare(x, y) ? 1 : 0);
        var options = new PatchOptions { Size = 48, Batch = 20, ForegroundShare = 1 };
        var seen = 0;
        foreach (var (image, labels) in Patches(new([One(volume)], options, 1, 8), 10).Where(p => p.Labels.Sum() > 100))
        {
            // Foreground is 0.58 or more, background 0.18 or less, and noise has a deviation of 0.06 at most.
            var both = image.Zip(labels).Count(p => p.First > 0.38 && p.Second == 1);
            var dice = 2.0 * both / (image.Count(v => v > 0.38) + labels.Sum());
            Assert.True(dice > 0.9, $"{dice}");
            seen++;
        }

        Assert.InRange(seen, 150, 200);

        static bool IsSquare(int x, int y) => x is >= 16 and < 40 && y is >= 22 and < 46;
    }

    [Fact]
    public void No_cases_are_the_callers_fault() => Assert.ThrowsAny<ArgumentException>(() => new PatchSampler([], Plain, 1, 1));

    private static TrainingCase One(TrainingVolume volume) => new("a", volume, []);

    private static List<(float[] Image, long[] Labels)> Patches(PatchSampler sampler, int batches) =>
    [
        .. Enumerable.Range(0, batches).Select(sampler.Draw).SelectMany(b =>
            b.Images.Chunk(b.Channels * b.Size * b.Size).Zip(b.Labels.Chunk(b.Size * b.Size))),
    ];

    private static void AssertShare(double share, int draws, int count)
    {
        var bound = 5 * Math.Sqrt(share * (1 - share) * draws);
        Assert.InRange(count, (share * draws) - bound, (share * draws) + bound);
    }
}
