using System.Diagnostics;
using System.Text.RegularExpressions;

namespace DiagCodec.Imaging.Tests.Dicom;

/// <summary>Other people's DICOM programs, whose word counts more than ours.</summary>
internal static partial class Judges
{
    /// <summary>Distinct error lines of dciodvfy.</summary>
    public static string[] Errors(string file) =>
        [.. Run("dciodvfy", ["-new", file], mayFail: true).Split('\n').Where(l => l.StartsWith("Error", StringComparison.Ordinal)).Distinct()];

    /// <summary>
    /// Errors of a written file that the file it came from did not have. dciodvfy goes by an old edition where derived enhanced MR
    /// images had no pulse sequence attributes; today they may (PS3.3 C.8.13.4), so they are kept, and that complaint is passed over.
    /// </summary>
    public static string[] NewErrors(string source, string written) =>
        [.. Errors(written).Except(Errors(source)).Where(e => !(e.Contains("condition unsatisfied", StringComparison.Ordinal) && e.Contains("<MRPulseSequence>", StringComparison.Ordinal)))];

    /// <summary>The value of an attribute as dcmdump prints it, without brackets; null when it is not there.</summary>
    public static string? Value(string file, string tag)
    {
        var line = Run("dcmdump", ["-q", "+P", tag, file], mayFail: true).Split('\n')[0];
        var match = ValueOnLine().Match(line);
        return match.Success ? match.Groups[1].Value.Trim().Trim('[', ']').Trim() : null;
    }

    /// <summary>The lines that dcmdump prints for attributes of the top level.</summary>
    public static string[] Lines(string file, params IEnumerable<string> tags) =>
        [.. Run("dcmdump", ["-q", .. tags.SelectMany(t => (string[])["+P", t]), file], mayFail: true).Split('\n').Where(l => l.StartsWith('('))];

    /// <summary>The words of an uncompressed file's pixels, as dcmtk finds them.</summary>
    public static byte[] RawPixels(string file)
    {
        using var folder = new TemporaryFolder();
        Run("dcmdump", ["-q", "+W", folder.Path, file]);
        return Directory.GetFiles(folder.Path, "*.raw") is [var raw] ? File.ReadAllBytes(raw) : throw new InvalidOperationException($"{file}: no single pixel block");
    }

    /// <summary>Decodes with dcmtk, or with GDCM's own program where dcmtk has no decoder.</summary>
    public static string Decompress(string file, string target)
    {
        var syntax = Value(file, "0002,0010");
        switch (syntax)
        {
            case "=RLELossless":
                Run("dcmdrle", [file, target]);
                break;
            case "=JPEGLSLossless" or "=JPEGLSLossy":
                Run("dcmdjpls", [file, target]);
                break;
            case "=JPEG2000LosslessOnly" or "=JPEG2000":
                Run("gdcmconv", ["--raw", file, target]);
                break;
            case not null when syntax.StartsWith("=JPEG", StringComparison.Ordinal):
                Run("dcmdjpeg", [file, target]);
                break;
            default:
                Run("dcmconv", ["+te", file, target]);
                break;
        }

        return target;
    }

    public static string Run(string program, string[] arguments, bool mayFail = false)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var text = output + errors.Result;
        return mayFail || process.ExitCode == 0 ? text : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {text}");
    }

    [GeneratedRegex(@"^\([0-9a-f]{4},[0-9a-f]{4}\) .. (.*?)\s*#\s*\d+,")]
    private static partial Regex ValueOnLine();
}
