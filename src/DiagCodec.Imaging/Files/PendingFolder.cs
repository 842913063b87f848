using DiagCodec.Imaging.Faults;

namespace DiagCodec.Imaging.Files;

/// <summary>
/// A folder that comes into being all at once: filled under a temporary name beside its place, then renamed.
/// Disposing without <see cref="Commit"/> leaves nothing behind.
/// </summary>
public sealed class PendingFolder : IDisposable
{
    private readonly string _target;
    private readonly bool _overwrite;
    private bool _done;

    /// <exception cref="OutputException">The target is there and not empty (unless <paramref name="overwrite"/>), or cannot be made.</exception>
    public PendingFolder(string target, bool overwrite)
    {
        _target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        _overwrite = overwrite;
        OutputPlace.Check(_target, overwrite);
        TemporaryPath = OutputPlace.TemporaryName(_target);
        try
        {
            Directory.CreateDirectory(TemporaryPath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw OutputPlace.CannotWrite(target, e);
        }
    }

    public string TemporaryPath { get; }

    /// <inheritdoc cref="PendingFile.IsDurable"/>
    public bool IsDurable { get; init; } = true;

    /// <summary>Flushes every file to disk and gives the folder its name; an old folder of that name is removed only then.</summary>
    /// <exception cref="OutputException">The disk is full, or the target cannot be replaced.</exception>
    public void Commit()
    {
        try
        {
            if (IsDurable)
            {
                FlushFiles();
            }

            Replace();
            _done = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw OutputPlace.CannotWrite(_target, e);
        }
    }

    public void Dispose()
    {
        if (!_done && Directory.Exists(TemporaryPath))
        {
            Directory.Delete(TemporaryPath, recursive: true);
        }
    }

    private void FlushFiles()
    {
        foreach (var file in Directory.EnumerateFiles(TemporaryPath, "*", SearchOption.AllDirectories))
        {
            using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.FlushToDisk(handle);
        }
    }

    private void Replace()
    {
        if (!Directory.Exists(_target))
        {
            Directory.Move(TemporaryPath, _target);
            return;
        }

        if (!_overwrite || !Directory.EnumerateFileSystemEntries(_target).Any())
        {
            // Fails, rightly, when somebody has put files there meanwhile.
            Directory.Delete(_target, recursive: false);
            Directory.Move(TemporaryPath, _target);
            return;
        }

        var old = OutputPlace.TemporaryName(_target);
        Directory.Move(_target, old);
        Directory.Move(TemporaryPath, _target);
        Directory.Delete(old, recursive: true);
    }
}
