using System.CommandLine;

namespace DiagCodec.Cli.Commands.Train;

/// <summary>A command line as a model records it: whoever reads it later has other folders, so of a path only the last name is kept.</summary>
internal static class CommandLineText
{
    public static string Of(ParseResult parsed) =>
        string.Join(' ', parsed.Tokens.Select(t => t.Value).Prepend("diagcodec").Select(Word));

    private static string Word(string word)
    {
        var bare = Path.IsPathRooted(word) || Path.Exists(word) ? Path.GetFileName(Path.TrimEndingDirectorySeparator(word)) : word;
        return bare.Any(c => c is ' ' or '*' or '\'') ? $"'{bare.Replace("'", "'\\''", StringComparison.Ordinal)}'" : bare;
    }
}
