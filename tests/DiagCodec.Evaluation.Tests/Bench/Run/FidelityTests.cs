using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Bench.Score;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Evaluation.Tests.Bench.Run;

public class FidelityTests
{
    [Fact]
    public void Figures_are_those_of_a_calculation_by_hand()
    {
        // Stored -2000 is padding; HU = 2 stored - 1000. Two of three voxels differ by 3 and 4 stored values, the window ends between.
        var before = Make([-2000, 100, 500, 800]);
        var after = Make([-2000, 103, 504, 800]);
        var padding = PaddingRuns.Find(before);
        var full = SampleMappingChoice.For(before, null, null);
        var found = Fidelity.Of(before, after, full, padding, new ValueRange(-100, 100));
        Assert.Equal(10 * Math.Log10(4095.0 * 4095 / ((9 + 16) / 3.0)), found.Psnr!.Value, 1e-9);

        // -800 and -794 HU are both below the window; 0 and 8 HU are inside; 600 HU above.
        Assert.Equal(10 * Math.Log10(200.0 * 200 / (64 / 3.0)), found.WindowPsnr!.Value, 1e-9);
        Assert.Null(found.WindowSsim);
        Assert.Equal(new Fidelity(null, null, null), Fidelity.Of(before, before, full, padding, new ValueRange(-100, 100)));
    }

    [Fact]
    public void A_volume_of_padding_has_no_figures()
    {
        var volume = Make([-2000, -2000, -2000, -2000]);
        var full = SampleMappingChoice.For(volume, null, null);
        Assert.Equal(new Fidelity(null, null, null), Fidelity.Of(volume, volume, full, PaddingRuns.Find(volume), new ValueRange(0, 1)));
    }

    private static Volume Make(int[] stored)
    {
        var bytes = new byte[2 * stored.Length];
        Volume.Narrow(stored, SampleFormat.Int16, bytes);
        return new Volume(stored.Length, 1, SampleFormat.Int16, [bytes]) { Rescales = [new Rescale(2, -1000)], Padding = new PixelPadding(-2000, -2000) };
    }
}
