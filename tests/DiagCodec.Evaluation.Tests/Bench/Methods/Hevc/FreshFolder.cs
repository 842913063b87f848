namespace DiagCodec.Evaluation.Tests.Bench.Methods.Hevc;

/// <summary>An empty folder, gone when disposed of.</summary>
internal sealed class FreshFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bench-tests-");

    public string Path => _folder.FullName;

    public string Video => System.IO.Path.Combine(Path, "video.hevc");

    public string[] Names() => [.. Directory.EnumerateFileSystemEntries(Path).Select(p => System.IO.Path.GetFileName(p))];

    public void Dispose() => _folder.Delete(recursive: true);
}
