using System.Globalization;

namespace DiagCodec.EndToEnd.Support;

/// <summary>A small disk of its own in memory; tests that need one are skipped where mounting is not allowed.</summary>
internal sealed class TemporaryDisk : IAsyncDisposable
{
    private readonly Scratch _scratch = new();

    private TemporaryDisk()
    {
    }

    public string Folder => _scratch.MakeFolder("disk");

    public static async Task<TemporaryDisk> MountAsync(int kilobytes)
    {
        var disk = new TemporaryDisk();
        var size = string.Create(CultureInfo.InvariantCulture, $"size={kilobytes}k");
        var (code, text) = await Tool.RunAsync("mount", "-t", "tmpfs", "-o", size, "tmpfs", disk.Folder);
        if (code != 0)
        {
            disk._scratch.Dispose();
            Skip.If(true, $"no disk can be mounted here, so a full one is not tested: {text.Trim()}");
        }

        return disk;
    }

    public Task MakeReadOnlyAsync() => Tool.CheckedAsync("mount", "-o", "remount,ro", Folder);

    public async ValueTask DisposeAsync()
    {
        var (code, text) = await Tool.RunAsync("umount", Folder);
        if (code != 0)
        {
            await Tool.CheckedAsync("umount", "--lazy", Folder);
        }

        _scratch.Dispose();
        Assert.True(code == 0, $"a file on the disk was left open: {text}");
    }
}
