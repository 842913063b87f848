using System.Security.Cryptography;

namespace DiagCodec.EndToEnd.Support;

/// <summary>What lies in a folder.</summary>
internal static class Folders
{
    /// <summary>Every file and folder below, hidden ones too, relative and sorted.</summary>
    public static string[] Entries(string folder) =>
        [.. Directory.EnumerateFileSystemEntries(folder, "*", All).Select(p => Path.GetRelativePath(folder, p)).Order(StringComparer.Ordinal)];

    public static string[] Files(string folder) => [.. Directory.EnumerateFiles(folder, "*", All).Order(StringComparer.Ordinal)];

    /// <summary>One hash over names and contents of a file or folder.</summary>
    public static string Hash(string path)
    {
        if (File.Exists(path))
        {
            return Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        }

        var lines = Files(path).Select(f => $"{Path.GetRelativePath(path, f)} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f)))}");
        return string.Join('\n', lines);
    }

    private static EnumerationOptions All => new() { RecurseSubdirectories = true, AttributesToSkip = 0 };
}
