namespace DiagCodec.Evaluation.Bench.Methods.External.Video;

/// <summary>
/// H.264 (ITU-T H.264) by x264: constant QP (the I picture 3 below), one I picture and P pictures in display order as the HEVC anchor has them,
/// without psychovisual tuning. It has no 12 bits, so the task's window.
/// </summary>
internal static class X264
{
    private const string Parameter = "QP";
    private const double SecondsPerMegavoxel = 0.15;

    /// <summary>From QP 1: at 0 x264 turns to its lossless mode, which is another codec.</summary>
    public static CodecEntry Entry { get; } = new("x264", Parameter, 1, 51, IsWhole: true, [ExternalFacts.PresetOption], setting =>
    {
        var preset = VideoPresets.Of(setting);
        return new VideoMethod(
            ExternalFacts.Of(setting, $"H.264 (x264 {preset}), low delay, constant QP", Parameter, SecondsPerMegavoxel, windowOnly: true),
            Codec(preset));
    });

    private static VideoCodec Codec(string preset) => new()
    {
        Encoder = "libx264",
        Signature = "x264 - core ",
        Stream = "h264",

        // The bit stream filter takes off the SEI message with x264's options, some 700 bytes that no decoder needs.
        Options = qp =>
        [
            "-preset", preset, "-qp", qp, "-x264-params", "bframes=0:keyint=infinite:scenecut=0:psy=0:threads=1",
            "-bsf:v", "filter_units=remove_types=6",
        ],
        DecodesWithChroma = true,
    };
}
