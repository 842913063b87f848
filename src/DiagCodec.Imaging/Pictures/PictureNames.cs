using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DiagCodec.Imaging.Series;

namespace DiagCodec.Imaging.Pictures;

/// <summary>
/// File names for written pictures. Names out of an archive are somebody else's words: nothing in them may lead out of the folder,
/// hide the file, or make two slices one.
/// </summary>
internal static class PictureNames
{
    /// <summary>Most file systems take 255 bytes; this leaves room for a number and the ending.</summary>
    private const int LongestName = 200;

    /// <summary>One per slice, each ending in .png, no two alike on any file system.</summary>
    public static ImmutableArray<string> For(SourceHeaders headers)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var count = headers.Origins.Length;
        var digits = Math.Max(4, count.ToString(CultureInfo.InvariantCulture).Length);
        var names = ImmutableArray.CreateBuilder<string>(count);
        for (var z = 0; z < count; z++)
        {
            var number = (z + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
            var original = headers.Kind == SourceKind.Pictures && headers.Origins[z].File < headers.Files.Length
                ? Safe(Encoding.UTF8.GetString(headers.Files[headers.Origins[z].File].Span))
                : "";
            var name = original.Length > 0 ? original : $"slice-{number}";
            for (var copy = 2; !taken.Add(name); copy++)
            {
                name = string.Create(CultureInfo.InvariantCulture, $"{(original.Length > 0 ? original : $"slice-{number}")}-{copy}");
            }

            names.Add(name + ".png");
        }

        return names.MoveToImmutable();
    }

    private static string Safe(string name)
    {
        var stem = Path.GetFileNameWithoutExtension(name.Replace('\\', '/'));
        var safe = new StringBuilder();
        foreach (var rune in stem.EnumerateRunes())
        {
            var bad = Rune.IsControl(rune) || rune == Rune.ReplacementChar || "<>:\"/\\|?*".Contains(rune.ToString(), StringComparison.Ordinal);
            var next = bad ? "_" : rune.ToString();
            if (Encoding.UTF8.GetByteCount(safe.ToString()) + Encoding.UTF8.GetByteCount(next) > LongestName)
            {
                break;
            }

            safe.Append(next);
        }

        return safe.ToString().Trim(' ', '.');
    }
}
