using System.IO.Compression;
using DiagCodec.Coding.Archive;
using DiagCodec.Coding.Tests.Support;

namespace DiagCodec.Coding.Tests.Archive;

public sealed class NoArchiveTests
{
    [Fact]
    public void A_missing_file_an_empty_file_and_a_folder_are_refused()
    {
        using var folder = new TempFolder();
        Told.Of(() => ArchiveReader.Open(folder.File("none.dgc")), "none.dgc", "cannot be read");
        Told.Of(() => ArchiveReader.Open(folder.Write("empty.dgc", "")), "empty.dgc", "not a diagcodec archive");
        Told.Of(() => ArchiveReader.Open(folder.Path), folder.Path, "cannot be read");
    }

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/dev/zero")]
    public void A_device_is_refused(string path) => Memory.AssertLittle(() => Told.Of(() => ArchiveReader.Open(path), path));

    [Fact]
    public void A_ZIP_of_something_else_is_refused()
    {
        using var folder = new TempFolder();
        Told.Of(() => ArchiveReader.Open(folder.Write("a.zip", ZipBytes.Of(("readme.txt", [1, 2, 3])))), "readme.txt");
        Told.Of(() => ArchiveReader.Open(folder.Write("b.zip", ZipBytes.Of(Array.Empty<(string, byte[])>()))), "manifest.json");
    }

    [Fact]
    public void Random_bytes_are_refused()
    {
        using var folder = new TempFolder();
        for (var seed = 0; seed < 200; seed++)
        {
            var bytes = new byte[seed * 3];
            new Random(seed).NextBytes(bytes);
            Memory.AssertLittle(() => Told.Of(() => ArchiveReader.Open(folder.Write("a.dgc", bytes)), "a.dgc"));
        }
    }

    [SkippableFact]
    public void A_file_without_read_permission_is_refused()
    {
        Skip.If(Environment.UserName == "root", "root reads everything");
        using var folder = new TempFolder();
        var path = folder.Write("a.dgc", Archives.Bytes());
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.None);
        }

        Told.Of(() => ArchiveReader.Open(path), "a.dgc", "cannot be read");
    }

    [Fact]
    public void A_failed_open_leaves_the_file_free()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.dgc", ZipBytes.With(Archives.Bytes(), "x", [1]));
        Told.Of(() => ArchiveReader.Open(path));
        using var exclusive = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.True(exclusive.CanWrite);
    }
}
