using DiagCodec.Imaging.Faults;

namespace DiagCodec.Imaging.Files;

/// <summary>
/// A file that comes into being all at once: written under a temporary name in its own folder, flushed to disk, then renamed.
/// Disposing without <see cref="Commit"/> leaves nothing behind.
/// </summary>
public sealed class PendingFile : IDisposable
{
    private readonly string _target;
    private readonly bool _overwrite;
    private bool _done;

    /// <exception cref="OutputException">The target exists and may not be replaced, or the folder cannot be written.</exception>
    public PendingFile(string target, bool overwrite)
    {
        _target = Path.GetFullPath(target);
        _overwrite = overwrite;
        OutputPlace.Check(_target, overwrite);
        TemporaryPath = OutputPlace.TemporaryName(_target);
        try
        {
            Stream = new FileStream(TemporaryPath, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw OutputPlace.CannotWrite(target, e);
        }
    }

    public string TemporaryPath { get; }

    public FileStream Stream { get; }

    /// <summary>False for what is recognised as broken when it is read, and can be made again: it need not be on disk before it gets its name.</summary>
    public bool IsDurable { get; init; } = true;

    /// <summary>Flushes to disk and gives the file its name.</summary>
    /// <exception cref="OutputException">The disk is full, or the target appeared meanwhile and may not be replaced.</exception>
    public void Commit()
    {
        try
        {
            Stream.Flush(flushToDisk: IsDurable);
            Stream.Dispose();
            File.Move(TemporaryPath, _target, _overwrite);
            _done = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw OutputPlace.CannotWrite(_target, e);
        }
    }

    public void Dispose()
    {
        try
        {
            Stream.Dispose();
        }
        catch (IOException)
        {
            // A full disk fails again when the last buffer is flushed; the file is removed below either way.
        }

        if (!_done)
        {
            File.Delete(TemporaryPath);
        }
    }
}
