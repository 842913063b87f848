using DiagCodec.Imaging.Faults;

namespace DiagCodec.Imaging.Files;

/// <summary>A private folder (mode 0700) for what exists only while a job runs; TMPDIR says where. Disposing removes it.</summary>
public sealed class WorkFolder : IDisposable
{
    /// <exception cref="OutputException">The place for temporary files cannot be written.</exception>
    public WorkFolder()
    {
        try
        {
            Path = Directory.CreateTempSubdirectory("diagcodec-").FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"{System.IO.Path.GetTempPath()}: cannot be written: {e.Message}; TMPDIR names another place for temporary files", e);
        }
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
