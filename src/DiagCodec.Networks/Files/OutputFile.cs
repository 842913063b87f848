using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;

namespace DiagCodec.Networks.Files;

/// <summary>Writes one file that appears when it is whole.</summary>
internal static class OutputFile
{
    /// <exception cref="OutputException">The folder is missing, the file is there and may not be replaced, or the disk is full.</exception>
    public static void Write(string path, bool overwrite, Action<FileStream> fill, bool isDurable = true)
    {
        using var pending = new PendingFile(path, overwrite) { IsDurable = isDurable };
        Guard(path, () => fill(pending.Stream));
        pending.Commit();
    }

    public static void Guard(string path, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"{path}: cannot be written: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }
}
