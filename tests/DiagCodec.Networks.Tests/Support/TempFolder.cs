namespace DiagCodec.Networks.Tests.Support;

/// <summary>A folder of a test's own, removed with the test.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("diagcodec-test-").FullName;

    public string this[string name] => Path.Combine(Root, name);

    public string File(string name, ReadOnlySpan<byte> bytes)
    {
        System.IO.File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
