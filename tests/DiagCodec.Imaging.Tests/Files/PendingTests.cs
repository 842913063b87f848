using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;

namespace DiagCodec.Imaging.Tests.Files;

/// <summary>Files and folders that appear all at once, whether or not they wait for the disk.</summary>
public sealed class PendingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pending-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_appears_when_it_is_committed(bool isDurable)
    {
        var target = Path.Combine(_folder, "file.bin");
        byte[] bytes = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7))];
        using (var pending = new PendingFile(target, overwrite: false) { IsDurable = isDurable })
        {
            pending.Stream.Write(bytes);
            Assert.False(File.Exists(target));
            pending.Commit();
        }

        Assert.Equal(bytes, File.ReadAllBytes(target));
        Assert.Equal(["file.bin"], Names());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_that_is_not_committed_leaves_what_was_there(bool isDurable)
    {
        var target = Path.Combine(_folder, "file.bin");
        File.WriteAllText(target, "old");
        using (var pending = new PendingFile(target, overwrite: true) { IsDurable = isDurable })
        {
            pending.Stream.Write("new"u8);
        }

        Assert.Equal("old", File.ReadAllText(target));
        Assert.Equal(["file.bin"], Names());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_that_appeared_meanwhile_is_kept(bool isDurable)
    {
        var target = Path.Combine(_folder, "file.bin");
        using (var pending = new PendingFile(target, overwrite: false) { IsDurable = isDurable })
        {
            File.WriteAllText(target, "theirs");
            Assert.Throws<OutputException>(pending.Commit);
        }

        Assert.Equal("theirs", File.ReadAllText(target));
        Assert.Equal(["file.bin"], Names());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_folder_appears_when_it_is_committed_and_replaces_the_old_one(bool isDurable)
    {
        var target = Path.Combine(_folder, "folder");
        foreach (var name in (string[])["first", "second"])
        {
            using var pending = new PendingFolder(target, overwrite: true) { IsDurable = isDurable };
            Directory.CreateDirectory(Path.Combine(pending.TemporaryPath, "inner"));
            File.WriteAllText(Path.Combine(pending.TemporaryPath, "inner", name), name);
            Assert.False(File.Exists(Path.Combine(target, "inner", name)));
            pending.Commit();
            Assert.Equal(name, Path.GetFileName(Assert.Single(Directory.GetFiles(Path.Combine(target, "inner")))));
            Assert.Equal(name, File.ReadAllText(Path.Combine(target, "inner", name)));
        }

        Assert.Equal(["folder"], Names());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_folder_that_is_not_committed_leaves_nothing(bool isDurable)
    {
        using (var pending = new PendingFolder(Path.Combine(_folder, "folder"), overwrite: true) { IsDurable = isDurable })
        {
            File.WriteAllText(Path.Combine(pending.TemporaryPath, "half"), "half");
        }

        Assert.Empty(Names());
    }

    private IEnumerable<string?> Names() => Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName);
}
