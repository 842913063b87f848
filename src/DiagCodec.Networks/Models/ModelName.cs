using System.Text.RegularExpressions;

namespace DiagCodec.Networks.Models;

/// <summary>Names of tasks; they are folder names too.</summary>
internal static partial class ModelName
{
    public const string Rule = "1 to 64 lower-case letters, digits and inner hyphens";

    public static bool IsValid(string name) => Pattern().IsMatch(name);

    [GeneratedRegex(@"\A[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
