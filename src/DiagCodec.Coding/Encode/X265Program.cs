using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Encode;

/// <summary>Finds the hevc-encoder program: the environment variable DIAGCODEC_HEVC_ENCODER, else beside this program.</summary>
public static class X265Program
{
    public const string Variable = "DIAGCODEC_HEVC_ENCODER";

    /// <exception cref="ToolException">It is not there.</exception>
    public static string Find()
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        var path = string.IsNullOrEmpty(named) ? Path.Combine(AppContext.BaseDirectory, "hevc-encoder") : named;
        return File.Exists(path)
            ? path
            : throw new ToolException($"{path}: the encoder program is not there; run scripts/setup, or name it in {Variable}");
    }
}
