using DiagCodec.Coding.Archive;
using DiagCodec.Coding.Prepare;
using DiagCodec.Coding.Tests.Support;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Tests.Archive;

public sealed class ArchiveFileTests
{
    [Fact]
    public void An_archive_gives_back_all_it_was_given()
    {
        using var folder = new TempFolder();
        var bytes = Archives.Bytes();
        using var archive = ArchiveReader.Open(folder.Write("a.dgc", bytes));
        archive.CheckHashes();
        Assert.Equal((bytes.Length, Archives.Video.Length), (archive.TotalBytes, archive.VideoBytes));
        Assert.Equal(HeaderCodec.Write(Archives.Headers), HeaderCodec.Write(archive.ReadHeaders()));
        Assert.Equal(PaddingCodec.Write(Archives.Padding), PaddingCodec.Write(archive.ReadPadding()));
        Maps.AssertSame(Archives.Map, archive.ReadQpMap());
        using var video = new MemoryStream();
        using var stream = archive.OpenVideo();
        stream.CopyTo(video);
        Assert.Equal(Archives.Video, video.ToArray());
    }

    [Fact]
    public void Without_padding_and_map_their_entries_are_left_out_and_both_follow()
    {
        using var folder = new TempFolder();
        var bytes = Archives.BareBytes();
        Assert.Equal(["video.hevc", "headers.br", "manifest.json"], ZipBytes.Entries(bytes).Select(e => e.Name));
        using var archive = ArchiveReader.Open(folder.Write("a.dgc", bytes));
        Assert.True(archive.ReadPadding().IsEmpty);
        Assert.Equal(3, archive.ReadPadding().Slices);
        var map = archive.ReadQpMap();
        Assert.Equal((64, 2, 1), (map.BlockSize, map.Columns, map.Rows));
        Assert.Equal([32, 32, 32], map.Frames.Select(f => f.FrameQp));
    }

    [Fact]
    public void A_series_without_geometry_and_padding_value_can_be_read_again()
    {
        using var folder = new TempFolder();
        var manifest = Archives.Manifest with { Source = Archives.Manifest.Source with { Geometry = null, Padding = null, Findings = [] } };
        using var archive = ArchiveReader.Open(folder.Write("a.dgc", Archives.Bytes(manifest)));
        Assert.Null(archive.Manifest.Source.Padding);
    }

    [Fact]
    public void Equal_content_gives_equal_bytes()
    {
        var bytes = Archives.Bytes();
        using var odd = new OddCulture();
        Assert.Equal(bytes, Archives.Bytes());
    }

    [Fact]
    public void The_video_lies_in_the_archive_as_it_is()
    {
        Assert.NotEqual(-1, Archives.Bytes().AsSpan().IndexOf(Archives.Video));
    }

    [Fact]
    public void A_map_for_other_frames_than_the_video_has_is_refused()
    {
        using var folder = new TempFolder();
        foreach (var map in new[]
            {
                Archives.Map with { Frames = Archives.Map.Frames[..2] },
                Maps.Random(1, new FrameFormat(300, 64, 12, ChromaFormat.Luma400), 3, 64),
                Maps.Random(1, new FrameFormat(100, 64, 12, ChromaFormat.Luma400), 3, 32),
            })
        {
            using var archive = ArchiveReader.Open(folder.Write("a.dgc", Archives.Bytes(map: map)));
            Told.Of(() => archive.ReadQpMap(), "qp-map.br");
        }
    }

    [Fact]
    public void Padding_that_the_sample_format_cannot_hold_is_refused()
    {
        using var folder = new TempFolder();
        var padding = new PaddingRuns([[new PaddingRun(0, 1, 32768)], [], []]);
        using var archive = ArchiveReader.Open(folder.Write("a.dgc", Archives.Bytes(padding: padding)));
        Told.Of(() => archive.ReadPadding(), "padding.br", "32768");
    }

    [Fact]
    public void A_disk_that_is_full_only_at_the_last_moment_is_told_as_such()
    {
        using var folder = new TempFolder();
        var video = folder.Write("v", Archives.Video);
        for (var room = 0; room < 3; room++)
        {
            using var disk = new FullDisk(room);
            var entries = CompressedEntry.Of(Archives.Headers, Archives.Padding, Archives.Map);
            Assert.Throws<OutputException>(() => ArchiveWriter.Write(Archives.Manifest, video, entries, disk));
        }
    }

    /// <summary>Writes so many times, or else everything, and then fails; the last buffer fails when it is flushed.</summary>
    private sealed class FullDisk : MemoryStream
    {
        private int _left;

        public FullDisk(int writes) => _left = writes < 2 ? writes : int.MaxValue;

        public override void Write(ReadOnlySpan<byte> buffer) => Write(buffer.ToArray(), 0, buffer.Length);

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (--_left < 0)
            {
                throw new IOException("No space left on device");
            }

            base.Write(buffer, offset, count);
        }

        public override void Flush() => throw new IOException("No space left on device");
    }
}
