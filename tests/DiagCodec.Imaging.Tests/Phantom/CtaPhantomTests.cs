using System.Runtime.InteropServices;
using System.Security.Cryptography;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Phantom;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Tests.Phantom;

public sealed class CtaPhantomTests
{
    private static readonly PhantomOptions Small = new() { Size = 96, Slices = 5, SliceSpacing = 10 };

    [Fact]
    public void A_seed_gives_the_same_patient_on_every_machine()
    {
        var (volume, labels) = CtaPhantom.Create(Small);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var z = 0; z < volume.Slices; z++)
        {
            hash.AppendData(volume.SliceBytes(z));
        }

        hash.AppendData(labels.Labels.Span);
        Assert.Equal("F5C5E72C5CA6162C0F9BEF7B19908C5EB6070B46EA439CFDC16789B31B9AA6B9", Convert.ToHexString(hash.GetHashAndReset()));
    }

    [Fact]
    public void Another_seed_gives_another_patient()
    {
        var first = CtaPhantom.Create(Small).Labels.Labels.ToArray();
        var second = CtaPhantom.Create(Small with { Seed = 2 }).Labels.Labels.ToArray();
        Assert.True(first.Zip(second).Count(p => p.First != p.Second) > 300);
    }

    [Fact]
    public void Padding_fills_the_corners_and_nothing_else()
    {
        var (volume, labels) = CtaPhantom.Create(Small);
        var values = new int[volume.PixelsPerSlice];
        for (var z = 0; z < volume.Slices; z++)
        {
            volume.ReadSlice(z, values);
            for (var i = 0; i < values.Length; i++)
            {
                var (y, x) = (((i / 96) - 47.5) / 48, ((i % 96) - 47.5) / 48);
                var outside = (x * x) + (y * y) > 1;
                Assert.Equal(outside, volume.Padding!.Value.Contains(values[i]));
                Assert.True(outside ? labels.Slice(z)[i] == 0 : values[i] is >= 0 and <= 4095);
            }
        }
    }

    [Fact]
    public void Blood_and_muscle_have_the_values_of_a_contrast_scan()
    {
        // Only the heart, in pixels fine enough for its arteries.
        var (volume, labels) = CtaPhantom.Create(new() { Seed = 3, Size = 200, FieldOfView = 160, Slices = 44, SliceSpacing = 1.9 });
        Assert.InRange(Mean(volume, labels, PhantomLabel.Aorta), 300, 420);
        Assert.InRange(Mean(volume, labels, PhantomLabel.CoronaryLumen), 200, 420);
        Assert.InRange(Mean(volume, labels, PhantomLabel.Myocardium), 80, 140);
        Assert.InRange(Mean(volume, labels, PhantomLabel.Chambers), 130, 420);
        var lumen = labels.Labels.ToArray().Count(l => l == PhantomLabel.CoronaryLumen);
        var voxel = volume.Geometry!.ColumnSpacing * volume.Geometry.RowSpacing * 1.9;
        Assert.InRange(lumen * voxel, 1000, 6000); // mm³; people have some 2000 to 4000
        Assert.True(ReachedFromAorta(labels) > 0.8 * lumen, "the coronary arteries hang together and on the aorta");
    }

    [Fact]
    public void Noise_is_as_strong_as_asked_and_neighbours_go_together()
    {
        var hu = new float[128 * 128];
        ScannerNoise.Add(hu, 128, 20, new PhantomRandom(1, 2));
        var variance = hu.Average(v => v * v);
        Assert.Equal(20, Math.Sqrt(variance), 0.8);
        Assert.InRange(hu.Average(), -1.5, 1.5);
        Assert.InRange(hu.Zip(hu.Skip(1)).Average(p => p.First * p.Second) / variance, 0.7, 0.9);
    }

    [Fact]
    public void Options_out_of_range_are_all_named()
    {
        var e = Assert.Throws<UsageException>(() => CtaPhantom.Create(new() { Slices = 0, Noise = double.NaN }));
        Assert.Contains("slices is 0, expected 1 to 1000; noise is NaN", e.Message, StringComparison.Ordinal);
    }

    private static double Mean(Volume volume, LabelMap labels, byte label)
    {
        var (count, sum) = (0, 0.0);
        for (var z = 0; z < volume.Slices; z++)
        {
            var values = MemoryMarshal.Cast<byte, short>(volume.SliceBytes(z));
            for (var i = 0; i < values.Length; i++)
            {
                if (labels.Slice(z)[i] == label)
                {
                    (count, sum) = (count + 1, sum + volume.RescaleOf(z).Apply(values[i]));
                }
            }
        }

        return sum / count;
    }

    /// <summary>Voxels of the lumen that neighbours (26 of each) connect with the aorta.</summary>
    private static int ReachedFromAorta(LabelMap labels)
    {
        var map = labels.Labels.ToArray();
        var seen = new bool[map.Length];
        var open = new Stack<int>(Enumerable.Range(0, map.Length).Where(i => map[i] == PhantomLabel.Aorta));
        var reached = 0;
        while (open.TryPop(out var at))
        {
            var (z, rest) = Math.DivRem(at, labels.Columns * labels.Rows);
            var (y, x) = Math.DivRem(rest, labels.Columns);
            for (var n = 0; n < 27; n++)
            {
                var (i, j, k) = (x + (n % 3) - 1, y + (n / 3 % 3) - 1, z + (n / 9) - 1);
                if (i < 0 || j < 0 || k < 0 || i >= labels.Columns || j >= labels.Rows || k >= labels.Slices)
                {
                    continue;
                }

                var next = (((k * labels.Rows) + j) * labels.Columns) + i;
                if (!seen[next] && map[next] == PhantomLabel.CoronaryLumen)
                {
                    seen[next] = true;
                    reached++;
                    open.Push(next);
                }
            }
        }

        return reached;
    }
}
