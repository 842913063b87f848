using System.Text.RegularExpressions;
using DiagCodec.Networks.Faults;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>A fault in one line that is the same on every machine and in every run: paths become file names, temporary names lose what is drawn by chance.</summary>
internal static partial class FaultLine
{
    private const int Longest = 600;

    /// <param name="message">Of the fault.</param>
    /// <param name="root">The bench's folder.</param>
    public static string Of(string message, string root)
    {
        var line = message.Trim().ReplaceLineEndings(" ").Replace(root + "/", "", StringComparison.Ordinal).Replace(root, "", StringComparison.Ordinal);
        line = Folders().Replace(line, "");
        line = Partial().Replace(line, "$1");
        return OneLine.Of(WorkFolder().Replace(line, "diagcodec-work"), Longest);
    }

    /// <summary>Everything of an absolute path, or of one into the bench's own folder, but its last name.</summary>
    [GeneratedRegex(@"(?<![\w.:/-])(/|coded/|failed/|\.)(?:[^\s:;,'""()/]+/)+(?=[^\s/])")]
    private static partial Regex Folders();

    /// <summary>As PendingFile and PendingFolder name what is not whole.</summary>
    [GeneratedRegex(@"\.([^\s/]+)\.partial-[0-9a-f]{8}")]
    private static partial Regex Partial();

    /// <summary>As WorkFolder names folders.</summary>
    [GeneratedRegex(@"diagcodec-[A-Za-z0-9]{6}\b")]
    private static partial Regex WorkFolder();
}
