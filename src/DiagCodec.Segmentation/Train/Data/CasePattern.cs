using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Faults;

namespace DiagCodec.Segmentation.Train.Data;

/// <summary>
/// A path within a data folder with one <c>*</c>, which stands for the name of a case: one or more characters of one file or folder
/// name, anything but a leading dot, by which systems hide their own files.
/// </summary>
internal sealed class CasePattern
{
    private const char Star = '*';

    private readonly string _above;
    private readonly string _before;
    private readonly string _after;
    private readonly string _below;

    private CasePattern(string text)
    {
        Text = text;
        var star = text.IndexOf(Star, StringComparison.Ordinal);
        var start = text.LastIndexOf('/', star) + 1;
        var end = text.IndexOf('/', star) is >= 0 and var slash ? slash : text.Length;
        (_above, _before) = (text[..start], text[start..star]);
        (_after, _below) = (text[(star + 1)..end], text[end..].TrimStart('/'));
    }

    public string Text { get; }

    /// <exception cref="UsageException">There is not exactly one star, or the path does not start in the data folder.</exception>
    public static CasePattern Parse(string text)
    {
        var shown = OneLine.Of(text);
        if (text.Count(c => c == Star) != 1)
        {
            throw new UsageException($"pattern '{shown}': expected exactly one *, which stands for the name, found {text.Count(c => c == Star)}");
        }

        return Path.IsPathRooted(text)
            ? throw new UsageException($"pattern '{shown}': expected a path within the data folder, found one that starts with /")
            : new CasePattern(text);
    }

    /// <summary>What is there, in no order.</summary>
    /// <exception cref="InvalidInputException">A folder cannot be read.</exception>
    public IEnumerable<(string Name, string Path)> Find(string root)
    {
        var folder = Path.Combine(root, _above);
        foreach (var entry in Entries(folder))
        {
            var isMatch = entry.Length > _before.Length + _after.Length
                && entry.StartsWith(_before, StringComparison.Ordinal)
                && entry.EndsWith(_after, StringComparison.Ordinal)
                && (!entry.StartsWith('.') || _before.StartsWith('.'));
            var path = Path.Combine(folder, entry, _below);
            if (isMatch && Path.Exists(path))
            {
                yield return (entry[_before.Length..^_after.Length], path);
            }
        }
    }

    private static string[] Entries(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? [.. Directory.EnumerateFileSystemEntries(folder).Select(e => Path.GetFileName(e))] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"{folder}: cannot be read: {OneLine.Of(e.Message.ReplaceLineEndings(" "))}; check its permissions", e);
        }
    }
}
