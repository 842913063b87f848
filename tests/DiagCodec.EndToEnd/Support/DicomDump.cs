using System.Globalization;
using System.Text.RegularExpressions;

namespace DiagCodec.EndToEnd.Support;

/// <summary>What dcmdump prints of one file.</summary>
internal sealed partial class DicomDump
{
    private readonly Dictionary<string, string> _values = [];

    private DicomDump(string file, string text)
    {
        File = file;
        Text = text;
        foreach (Match match in Value().Matches(text))
        {
            _values.TryAdd(match.Groups[1].Value, match.Groups[2].Value);
        }
    }

    public string File { get; }

    /// <summary>All of it, sequences too.</summary>
    public string Text { get; }

    /// <summary>The value of a tag (as 0020,0032) of the data set itself, brackets off; empty where there is none.</summary>
    public string this[string tag] => _values.GetValueOrDefault(tag, "");

    public static async Task<DicomDump> OfAsync(string file) =>
        new(file, await Tool.CheckedAsync("dcmdump", "-q", "-M", "+L", "-Un", file));

    public int Number(string tag) => int.Parse(this[tag], CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\(([0-9a-f]{4},[0-9a-f]{4})\) \w\w (?:\[|=)?(.*?)\]?\s+# ", RegexOptions.Multiline)]
    private static partial Regex Value();
}
