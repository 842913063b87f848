using DiagCodec.EndToEnd.Support;

namespace DiagCodec.EndToEnd.Faults;

/// <summary>A small archive with everything in it, and what it decodes to; tests damage copies.</summary>
public sealed class GoodArchive : IAsyncLifetime, IDisposable
{
    private readonly Scratch _scratch = new();

    public string Path => _scratch.Path("good.dgc");

    public byte[] Bytes => File.ReadAllBytes(Path);

    /// <summary>Hash of the decoded series.</summary>
    public string Decoded { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var input = SmallInputs.Dicom(_scratch, SyntheticVolume.Make(72, 64, 3));
        var map = _scratch.Path("map.csv");
        await CommandLine.EncodeAsync(input, _scratch.Path("plain.dgc"), "--write-qp-map", map);
        await CommandLine.EncodeAsync(input, Path, "--qp-map", map);
        await CommandLine.DecodeAsync(Path, _scratch.Path("decoded"));
        Decoded = Folders.Hash(_scratch.Path("decoded"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _scratch.Dispose();

    /// <summary>Verifies and decodes a damaged copy: both refuse it and write nothing, or both find all well and the output is the good one's.</summary>
    /// <returns>Whether the damage was noticed.</returns>
    internal async Task<bool> IsNoticedAsync(byte[] damaged)
    {
        using var scratch = new Scratch();
        await File.WriteAllBytesAsync(scratch.Path("damaged.dgc"), damaged);
        var verify = await CommandLine.RunAsync("verify", scratch.Path("damaged.dgc"));
        var decode = await CommandLine.RunAsync("decode", scratch.Path("damaged.dgc"), "-o", scratch.Path("decoded"));
        Assert.Equal(verify.ExitCode, decode.ExitCode);
        if (verify.ExitCode == 0)
        {
            Assert.Equal(Decoded, Folders.Hash(scratch.Path("decoded")));
            return false;
        }

        Assert.True(verify.ExitCode is 2 or 5, verify.Error);
        verify.ShouldFailWith(verify.ExitCode);
        decode.ShouldFailWith(verify.ExitCode);
        Assert.Equal(["damaged.dgc"], Folders.Entries(scratch.Folder));
        return true;
    }
}
