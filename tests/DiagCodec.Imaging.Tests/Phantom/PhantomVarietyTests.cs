using System.Security.Cryptography;
using DiagCodec.Imaging.Dicom;
using DiagCodec.Imaging.Phantom;
using DiagCodec.Imaging.Tests.Dicom;
using DiagCodec.Imaging.Tests.Nifti;
using Xunit.Abstractions;

namespace DiagCodec.Imaging.Tests.Phantom;

public sealed class PhantomVarietyTests(ITestOutputHelper output)
{
    [Fact]
    public void A_hundred_seeds_are_a_hundred_patients_and_every_label_is_in_the_body()
    {
        var seen = new HashSet<string>();
        foreach (var seed in Enumerable.Range(1, 100))
        {
            // Without noise, so that it cannot be what tells them apart; the whole body in the picture. A coarse pixel that is half
            // vessel and half lung has -300 HU; the air around the body has -1000.
            var (volume, labels) = CtaPhantom.Create(new() { Seed = seed, Size = 80, FieldOfView = 360, Slices = 10, SliceSpacing = 10, Noise = 0 });
            Assert.True(seen.Add(Convert.ToHexString(SHA256.HashData(labels.Labels.Span))), $"seed {seed}");
            var slices = new HuSlices(volume);
            for (var z = 0; z < slices.Count; z++)
            {
                for (var i = 0; i < slices[z].Length; i++)
                {
                    var label = labels.Slice(z)[i];
                    Assert.True(label == 0 || (label <= PhantomLabel.Chambers && slices[z][i] > -600), $"seed {seed}: label {label} at {slices[z][i]} HU");
                }
            }

            Assert.All(new[] { PhantomLabel.Aorta, PhantomLabel.Myocardium, PhantomLabel.Chambers }, l => Assert.True(labels.Labels.Span.Contains(l)));
        }
    }

    [Theory]
    [InlineData(2, CoronaryDisease.Severe)]
    [InlineData(11, CoronaryDisease.Severe)]
    public void The_lumen_hangs_together_and_on_the_aorta(int seed, CoronaryDisease disease)
    {
        var (_, labels) = CtaPhantom.Create(new() { Seed = seed, Size = 512, FieldOfView = 185, Slices = 240, Disease = disease });
        var lumen = labels.Labels.Span.Count(PhantomLabel.CoronaryLumen);
        var share = LumenReach.FromAorta(labels) / (double)lumen;
        output.WriteLine(FormattableString.Invariant($"seed {seed}, {disease}: {lumen} voxels of lumen, {share:0.0000} reached from the aorta"));
        Assert.True(share >= 0.95, $"only {share}");
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    public void Dciodvfy_finds_nothing_wrong(int seed)
    {
        using var scratch = new Scratch();
        PhantomSeriesWriter.Write(scratch.Path, seed, new() { Seed = seed, Size = 96, Slices = 3 }, DicomOutputSyntax.JpegLs, "0.1.0", null, CancellationToken.None);
        Assert.All(Directory.GetFiles(scratch.File("dicom")), file => Assert.Empty(Judges.Errors(file)));
    }
}
