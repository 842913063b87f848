using System.Text.RegularExpressions;

namespace DiagCodec.Networks.Models;

/// <summary>Names of tasks and other models; they are folder names too.</summary>
internal static partial class ModelName
{
    public const string Rule = "1 to 64 lower-case letters, digits and inner hyphens";

    private const int Longest = 64;

    public static bool IsValid(string name) => Pattern().IsMatch(name);

    /// <summary>The name of a folder, what a name may not have replaced by hyphens.</summary>
    /// <param name="folder">Path of a model's folder.</param>
    /// <param name="otherwise">Where nothing is left of it.</param>
    public static string OfFolder(string folder, string otherwise)
    {
        var name = string.Concat(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))).ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        return name.Length == 0 ? otherwise : name[..Math.Min(name.Length, Longest)].Trim('-');
    }

    [GeneratedRegex(@"\A[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
