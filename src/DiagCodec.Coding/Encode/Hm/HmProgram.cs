using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Encode.Hm;

/// <summary>Finds the user's HM: by the path given, else the environment variable DIAGCODEC_HM, else on PATH. diagcodec brings none.</summary>
public static class HmProgram
{
    public const string Variable = "DIAGCODEC_HM";

    private const string HowToName = $"name HM's TAppEncoder with --hm-path or in {Variable} (docs/hm.md says how to build it)";

    private static readonly string[] Names = ["TAppEncoder", "TAppEncoderStatic"];

    /// <param name="named">What --hm-path says, or null.</param>
    /// <exception cref="ToolException">It is not there, or not a program.</exception>
    public static string Find(string? named) =>
        TryFind(named) ?? throw new ToolException($"HM: there is no {string.Join(" or ", Names)} on PATH; {HowToName}");

    /// <summary>As <see cref="Find"/>, but null where nobody named one and PATH has none.</summary>
    /// <exception cref="ToolException">The one that was named is not there, or not a program.</exception>
    public static string? TryFind(string? named)
    {
        if (!string.IsNullOrEmpty(named))
        {
            return Checked(named, "--hm-path");
        }

        var variable = Environment.GetEnvironmentVariable(Variable);
        return string.IsNullOrEmpty(variable) ? OnPath() : Checked(variable, Variable);
    }

    private static string Checked(string path, string origin) =>
        IsProgram(path) ? path : throw new ToolException($"{origin} {path}: {(File.Exists(path) ? "is not executable" : "there is no such file")}; {HowToName}");

    private static string? OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)))
            .FirstOrDefault(IsProgram);

    private static bool IsProgram(string path)
    {
        const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Execute) != 0);
    }
}
