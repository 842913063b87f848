namespace DiagCodec.Evaluation.Bench.Methods.External.Video;

/// <summary>
/// HEVC (ITU-T H.265) intra pictures alone by x265, constant QP without adaptive quantisation, wavefronts or psychovisual tuning: what BPG
/// codes, less its container.
/// </summary>
internal static class HevcIntra
{
    private const string Parameter = "QP";
    private const double SecondsPerMegavoxel = 0.35;

    public static CodecEntry Entry { get; } = new(
        "hevc-intra", Parameter, 0, 51, IsWhole: true, [ExternalFacts.WindowOption, ExternalFacts.PresetOption], setting =>
        {
            var preset = VideoPresets.Of(setting);

            // x265 codes I pictures at a finer QP than it is told, unless the ratio is 1.
            return new VideoMethod(
                ExternalFacts.Of(setting, $"HEVC (x265 {preset}), intra pictures alone, constant QP", Parameter, SecondsPerMegavoxel),
                X265Settings.Codec(preset, qp => ("-qp", qp, ":keyint=1:ipratio=1:aq-mode=0:psy-rd=0:psy-rdoq=0:wpp=0")));
        });
}
