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
        var hex = Convert.ToHexString(hash.GetHashAndReset());
        Assert.True(hex == "5A8B7D47A37A3388CCD49658D3A5F4EAC3ECB540E0703E62FDD2C6835DF02D53", hex);
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
        var (volume, labels) = CtaPhantom.Create(new() { Seed = 3, Size = 256, FieldOfView = 180, Slices = 130, SliceSpacing = 0.9, Timing = ContrastTiming.Coronary, Disease = CoronaryDisease.Severe });
        Assert.InRange(Mean(volume, labels, PhantomLabel.Aorta), 330, 450);
        Assert.InRange(Mean(volume, labels, PhantomLabel.CoronaryLumen), 220, 450);
        Assert.InRange(Mean(volume, labels, PhantomLabel.CalcifiedPlaque), 400, 1300);
        Assert.InRange(Mean(volume, labels, PhantomLabel.Myocardium), 80, 140);
        Assert.InRange(Mean(volume, labels, PhantomLabel.Chambers), 130, 420);
        var lumen = labels.Labels.ToArray().Count(l => l == PhantomLabel.CoronaryLumen);
        var voxel = volume.Geometry!.ColumnSpacing * volume.Geometry.RowSpacing * 0.9;
        Assert.InRange(lumen * voxel, 1000, 6000); // mm³
    }

    [Fact]
    public void Noise_is_as_strong_as_asked_and_neighbours_go_together()
    {
        var options = new PhantomOptions { FieldOfView = 100, Size = 256, Slices = 3 };
        var noise = new ScannerNoise(1, new ScanGrid(options, new Patient(options)), options.SliceSpacing, 20);
        var hu = new float[256 * 256];
        noise.Add(hu, 1);
        var variance = hu.Average(v => v * v);
        Assert.InRange(Math.Sqrt(variance), 18, 24);
        Assert.InRange(hu.Average(), -1.5, 1.5);
        Assert.InRange(hu.Zip(hu.Skip(1)).Average(p => p.First * p.Second) / variance, 0.6, 0.95);
        var next = new float[256 * 256];
        noise.Add(next, 2);
        Assert.InRange(hu.Zip(next).Average(p => p.First * p.Second) / variance, 0.2, 0.8);
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
}
