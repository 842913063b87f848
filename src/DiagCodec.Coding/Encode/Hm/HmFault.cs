using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Encode.Hm;

/// <summary>How HM fails, in one line each.</summary>
internal static class HmFault
{
    private const long LittleSpace = 1L << 20;

    private const int SignalBase = 128;

    private const int LongestWords = 500;

    /// <summary>It ended with a fault; the end of its words says why.</summary>
    public static ToolException Stopped(int code, string errors, string output)
    {
        var words = (errors.Length > 0 ? errors : output).ReplaceLineEndings(" ").Trim();
        var said = words.Length == 0 ? "it said nothing" : words.Length <= LongestWords ? words : $"... {words[^LongestWords..]}";
        return new ToolException($"HM {(code > SignalBase ? $"was ended by signal {code - SignalBase}" : $"stopped with exit code {code}")}: {said}");
    }

    /// <summary>HM does not look whether its writes succeed, so a file that is too short may mean a full disk.</summary>
    public static DiagCodecException Incomplete(string path, string message)
    {
        var folder = Path.GetDirectoryName(path)!;
        return new DriveInfo(folder).AvailableFreeSpace < LittleSpace
            ? new OutputException($"{folder}: is full ({message}); TMPDIR names another place for temporary files")
            : new ToolException(message);
    }
}
