using DiagCodec.Evaluation.Bench.Experiments;

namespace DiagCodec.Evaluation.Bench.Methods.External;

/// <summary>Facts of methods that use no mask.</summary>
internal static class ExternalFacts
{
    /// <summary>JSON name of <see cref="MethodSetting.Window"/>.</summary>
    public const string WindowOption = "window";

    /// <summary>JSON name of <see cref="MethodSetting.Preset"/>.</summary>
    public const string PresetOption = "preset";

    private const int WindowBits = 8;

    /// <param name="setting">Of the experiment.</param>
    /// <param name="codec">What it is, such as JPEG (libjpeg-turbo).</param>
    /// <param name="parameter">What the grid counts.</param>
    /// <param name="secondsPerMegavoxel">Measured, on one core.</param>
    /// <param name="windowOnly">The codec has no more than 8 bits.</param>
    public static MethodFacts Of(MethodSetting setting, string codec, string parameter, double secondsPerMegavoxel, bool windowOnly = false)
    {
        var windowed = windowOnly || setting.Window;
        return new MethodFacts(
            setting.Name,
            $"{codec}, {(windowed ? "8-bit window" : "full range")}",
            parameter,
            setting.Grid,
            windowed ? WindowBits : null,
            windowed,
            UsesMask: false,
            secondsPerMegavoxel);
    }
}
