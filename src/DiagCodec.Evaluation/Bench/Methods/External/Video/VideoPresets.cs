using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Bench.Methods.External.Video;

/// <summary>The presets that x264 and x265 both know, by the same words.</summary>
internal static class VideoPresets
{
    private const string Default = "medium";

    private static readonly ImmutableArray<string> Words =
        ["ultrafast", "superfast", "veryfast", "faster", "fast", Default, "slow", "slower", "veryslow", "placebo"];

    /// <exception cref="UsageException">The encoder has no such preset.</exception>
    public static string Of(MethodSetting setting)
    {
        var preset = setting.Preset ?? Default;
        return Words.Contains(preset)
            ? preset
            : throw new UsageException($"method {setting.Name}: preset {preset}: expected one of {string.Join(", ", Words)}");
    }
}
