using System.Globalization;
using DiagCodec.Imaging.Dicom;
using DiagCodec.Imaging.Nifti;
using DiagCodec.Imaging.Phantom;
using DiagCodec.Imaging.Tests.Nifti;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Tests.Support;
using Xunit.Abstractions;

namespace DiagCodec.Imaging.Tests.Phantom;

/// <summary>Measures made scans against real ones. The figures in docs/phantom.md are this class's output.</summary>
public sealed class PhantomRealismTests(ITestOutputHelper output)
{
    [SkippableFact]
    public void Tissues_have_the_values_of_real_scans()
    {
        var real = RealChest();
        var chest = new HuSlices(real);
        var made = CtaPhantom.Create(Like(real, 12));
        var phantom = new HuSlices(made.Volume);
        Compare("lung, mean", chest.Mean(-975, -600), phantom.Mean(-975, -600));
        Compare("fat, mean", chest.Mean(-180, -30), phantom.Mean(-180, -30));
        Compare("fat, mode", chest.Mode(-180, -30), phantom.Mode(-180, -30));
        Compare("muscle, mean", chest.Mean(5, 90), phantom.Mean(5, 90));
        Compare("muscle, mode", chest.Mode(5, 90), phantom.Mode(5, 90));

        // Bone lies in the back half; the made scan has contrast, which its labels tell from bone.
        Compare(
            "bone above 400",
            chest.MeanAbove(400, (_, i) => i / 512 is > 300 and < 430),
            phantom.MeanAbove(400, (z, i) => i / 512 is > 320 and < 430 && made.Labels.Slice(z)[i] == 0));
    }

    [SkippableFact]
    public void Contrast_blood_has_the_value_of_a_real_angiography()
    {
        var aorta = MeanIn(
            NiftiReader.Read(RealData.Require("cta-totalseg", "aorta_report", "ct_cropped.nii.gz")).Volume,
            NiftiLabelReader.Read(RealData.Require("cta-totalseg", "aorta_report", "aorta_true_lumen.nii.gz")),
            1);
        var seeds = Enumerable.Range(1, 10).Select(seed =>
        {
            var (volume, labels) = CtaPhantom.Create(new() { Seed = seed, Size = 192, FieldOfView = 190, Slices = 20, SliceSpacing = 5, Timing = ContrastTiming.Coronary });
            return (Aorta: MeanIn(volume, labels, PhantomLabel.Aorta), Lumen: MeanIn(volume, labels, PhantomLabel.CoronaryLumen));
        }).ToList();
        output.WriteLine(Text($"real aorta, true lumen: {aorta:0} HU; made, seeds 1-10: aorta {seeds.Min(s => s.Aorta):0} to {seeds.Max(s => s.Aorta):0}, mean {seeds.Average(s => s.Aorta):0}"));
        Assert.All(seeds, s => Assert.InRange(s.Aorta, 320, 460));
    }

    [SkippableFact]
    public void Noise_has_the_spectrum_of_a_real_scan_and_costs_as_many_bits()
    {
        var real = RealChest();
        var chest = new NoiseSpectrum(new HuSlices(real), 20, 80);

        // The whole chest at the real one's noise; measured in the liver, which is even.
        var options = Like(real, chest.Deviation);
        using var scratch = new Scratch();
        PhantomSeriesWriter.Write(scratch.Path, 1, options, DicomOutputSyntax.JpegLs, "0.1.0", null, CancellationToken.None);
        var made = DicomSeriesReader.Read(scratch.File("dicom"), null, CancellationToken.None).Volume;
        var phantom = new NoiseSpectrum(new HuSlices(made), 55, 95);
        foreach (var (name, s) in new[] { ("real", chest), ("made", phantom) })
        {
            output.WriteLine(Text($"{name}: {s.PlaceCount} places, noise {s.Deviation:0.0} HU, peak {s.Peak:0.00}/mm, half at {s.FallsTo(0.5):0.00}/mm, tenth at {s.FallsTo(0.1):0.00}/mm"));
            output.WriteLine($"  {s.Curve}");
        }

        var bits = Directory.GetFiles(scratch.File("dicom")).Average(f => new FileInfo(f).Length * 8.0) / (512 * 512);
        var realBits = Directory.GetFiles(RealData.Require("ct-chest-lidc0314-dicom"), "*.dcm").Order().Where((_, i) => i % 8 == 0).Average(file =>
        {
            var target = scratch.File("real.dcm");
            Dicom.Judges.Run("gdcmconv", ["--jpegls", file, target]);
            return new FileInfo(target).Length * 8.0 / (512 * 512);
        });
        output.WriteLine(Text($"JPEG-LS: real {realBits:0.00}, made {bits:0.00} bits per pixel"));
        Assert.InRange(phantom.Deviation / chest.Deviation, 0.8, 1.25);
        Assert.InRange(phantom.Peak / chest.Peak, 0.75, 1.33);
        Assert.InRange(phantom.FallsTo(0.5) / chest.FallsTo(0.5), 0.8, 1.25);
        Assert.InRange(bits / realBits, 0.75, 1.25);
    }

    private void Compare(string tissue, double real, double made)
    {
        output.WriteLine(Text($"{tissue}: real {real:0} HU, made {made:0} HU"));
        Assert.InRange(made - real, -40, 40);
    }

    private static Volume RealChest() => DicomSeriesReader.Read(RealData.Require("ct-chest-lidc0314-dicom"), null, CancellationToken.None).Volume;

    private static PhantomOptions Like(Volume real, double noise) => new()
    {
        FieldOfView = Math.Round(512 * real.Geometry!.ColumnSpacing, 2),
        Slices = 14,
        SliceSpacing = 7,
        Noise = Math.Round(noise, 1),
    };

    private static double MeanIn(Volume volume, LabelMap labels, byte label)
    {
        var slices = new HuSlices(volume);
        var values = Enumerable.Range(0, slices.Count).SelectMany(z => slices[z].Where((_, i) => labels.Slice(z)[i] == label));
        return values.Average();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
