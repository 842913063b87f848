namespace DiagCodec.EndToEnd.Support;

/// <summary>A folder of its own for one test or fixture, gone afterwards.</summary>
public sealed class Scratch : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("e2e-").FullName;

    /// <summary>The path of something in the folder; makes nothing.</summary>
    public string Path(params string[] parts) => System.IO.Path.Combine([Folder, .. parts]);

    public string MakeFolder(params string[] parts) => Directory.CreateDirectory(Path(parts)).FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
