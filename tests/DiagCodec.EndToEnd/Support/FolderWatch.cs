namespace DiagCodec.EndToEnd.Support;

/// <summary>Waits for what another process does in a folder, woken by the file system.</summary>
internal static class FolderWatch
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The system drops events where too many come at once.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(1);

    /// <param name="folder">That changes; it exists.</param>
    /// <param name="condition">Looked at now and after every change in the folder or below it.</param>
    /// <exception cref="OperationCanceledException">It does not come true.</exception>
    public static async Task UntilAsync(string folder, Func<bool> condition)
    {
        using var changed = new SemaphoreSlim(0);
        using var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        watcher.Created += (_, _) => changed.Release();
        watcher.Renamed += (_, _) => changed.Release();
        watcher.Deleted += (_, _) => changed.Release();
        watcher.Changed += (_, _) => changed.Release();
        watcher.EnableRaisingEvents = true;
        using var patience = new CancellationTokenSource(Patience);
        while (!condition())
        {
            await changed.WaitAsync(LongestSleep, patience.Token);
        }
    }
}
