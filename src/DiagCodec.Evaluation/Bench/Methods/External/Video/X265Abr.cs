using System.Globalization;
using DiagCodec.Coding.Prepare;

namespace DiagCodec.Evaluation.Bench.Methods.External.Video;

/// <summary>
/// HEVC (ITU-T H.265) with x265's own rate control: one pass at an average bit rate, one I picture and P pictures in display order, all else
/// at its defaults. The parameter counts bits per sample of the coded frame: bits a second are parameter * width * height * 25, in whole
/// kbit/s as x265 takes them, at least 1. 33 slices of 512x512 come within 6 % of the rate; a handful misses it, because the control has no time to settle.
/// </summary>
internal static class X265Abr
{
    private const string Parameter = "bits per voxel";
    private const double SecondsPerMegavoxel = 0.2;

    public static CodecEntry Entry { get; } = new(
        "x265-abr", Parameter, 0.001, 12, IsWhole: false, [ExternalFacts.WindowOption, ExternalFacts.PresetOption], setting =>
        {
            var preset = VideoPresets.Of(setting);
            return new VideoMethod(
                ExternalFacts.Of(setting, $"HEVC (x265 {preset}), average bit rate, low delay", Parameter, SecondsPerMegavoxel),
                X265Settings.Codec(preset, rate => ("-b:v", rate, ":bframes=0:keyint=-1")) with { Rate = Kilobits });
        });

    private static string Kilobits(double bitsPerVoxel, FrameFormat format)
    {
        var bitsPerSecond = bitsPerVoxel * format.LumaSamples * VideoEncoder.FramesPerSecond;
        return Math.Max(1, Math.Round(bitsPerSecond / 1000)).ToString(CultureInfo.InvariantCulture) + "k";
    }
}
