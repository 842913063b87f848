using DiagCodec.Imaging.Faults;

namespace DiagCodec.Imaging.Files;

/// <summary>A folder that fills up over a long run, unlike <see cref="PendingFolder"/>, which appears whole.</summary>
public static class OutputFolder
{
    /// <summary>Makes the folder where it is missing.</summary>
    /// <exception cref="OutputException">It cannot be made.</exception>
    public static void Make(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"{path}: cannot be made: {e.Message}", e);
        }
    }
}
