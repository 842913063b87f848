namespace DiagCodec.EndToEnd.Support;

/// <summary>Shell scripts that stand in for the encoder or ffmpeg.</summary>
internal static class FakeProgram
{
    public static string Write(string path, params string[] lines)
    {
        File.WriteAllLines(path, ["#!/bin/sh", .. lines]);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }

    /// <summary>Says that it started by making a file, then neither reads nor writes nor ends for longer than any test waits.</summary>
    public static string WriteSleeper(string path, string startedFile) => Write(path, $": > '{startedFile}'", $"exec tail -f '{path}'");

    /// <summary>Command lines of running programs that hold the text.</summary>
    public static string[] Running(string text) =>
        [.. Directory.EnumerateDirectories("/proc")
            .Where(p => int.TryParse(Path.GetFileName(p), out var id) && id != Environment.ProcessId)
            .Select(CommandLineOf)
            .Where(line => line.Contains(text, StringComparison.Ordinal))];

    private static string CommandLineOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
        }
        catch (IOException)
        {
            return "";
        }
    }
}
