using System.Security.Cryptography;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Imaging.Files;

/// <summary>Checks and names shared by <see cref="PendingFile"/> and <see cref="PendingFolder"/>.</summary>
internal static class OutputPlace
{
    public static void Check(string target, bool overwrite)
    {
        var parent = Path.GetDirectoryName(target);
        if (parent is null || !Directory.Exists(parent))
        {
            throw new OutputException($"{target}: the folder {parent} does not exist; make it first");
        }

        var isFullFolder = Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any();
        if (!overwrite && (File.Exists(target) || isFullFolder))
        {
            throw new OutputException($"{target}: is there already; choose another name or say --overwrite");
        }
    }

    public static string TemporaryName(string target) =>
        Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.partial-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");

    public static OutputException CannotWrite(string target, Exception cause) => new($"{target}: cannot be written: {cause.Message}", cause);
}
