namespace DiagCodec.Evaluation.Bench.Methods.External.Video;

/// <summary>
/// HEVC (ITU-T H.265) by x265 as people use it: constant rate factor, and all else at its defaults (adaptive quantisation, B pictures,
/// CU tree, psychovisual tuning).
/// </summary>
internal static class X265Default
{
    private const string Parameter = "CRF";
    private const double SecondsPerMegavoxel = 0.2;

    public static CodecEntry Entry { get; } = new(
        "x265-default", Parameter, 0, 51, IsWhole: false, [ExternalFacts.WindowOption, ExternalFacts.PresetOption], setting =>
        {
            var preset = VideoPresets.Of(setting);
            return new VideoMethod(
                ExternalFacts.Of(setting, $"HEVC (x265 {preset}), CRF, defaults", Parameter, SecondsPerMegavoxel),
                X265Settings.Codec(preset, crf => ("-crf", crf, "")));
        });
}
