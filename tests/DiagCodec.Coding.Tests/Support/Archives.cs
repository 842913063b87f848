using System.Collections.Immutable;
using DiagCodec.Coding.Archive;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Tests.Support;

/// <summary>A small archive with every entry, and everything it holds.</summary>
internal static class Archives
{
    public static byte[] Video { get; } = [.. Enumerable.Range(0, 120).Select(i => (byte)(i * 37))];

    public static SourceHeaders Headers { get; } = new(
        SourceKind.Dicom,
        [new byte[] { 1, 2, 3 }, new byte[] { 1, 2, 4 }, new byte[] { 1, 2, 5, 6 }],
        [new SliceOrigin(0, 0), new SliceOrigin(2, 0), new SliceOrigin(1, 0)]);

    public static PaddingRuns Padding { get; } = new([[new PaddingRun(0, 7, -2000), new PaddingRun(7, 1, -1999)], [], [new PaddingRun(3699, 1, -2000)]]);

    public static QpMap Map { get; } = Maps.Random(1, new FrameFormat(100, 64, 12, ChromaFormat.Luma400), 3, 64);

    public static Manifest Manifest { get; } = new()
    {
        Schema = 1,
        Tool = "diagcodec 0.1.0",
        Command = "encode --qp 32",
        Source = new SourceSection(
            SourceKind.Dicom,
            "CT 100x37x3",
            100,
            37,
            3,
            SampleFormat.Int16,
            12,
            true,
            123_456,
            [new Rescale(1, -1024)],
            [new SeriesFinding("gantry-tilt", "tilted by 12.5 degrees")],
            GeometrySection.Of(Geometry.Regular(new Vector3(-100.5, 2, 3), new Vector3(1, 0, 0), new Vector3(0, 1, 0), 0.7, 0.8, 2.5, 3)),
            new PixelPadding(-2000, -1999)),
        Video = new VideoSection(new FrameFormat(100, 64, 12, ChromaFormat.Luma400), 3, "x265 3.5", "ctu=64", new string('a', 64)),
        Mapping = new SampleMapping { Kind = SampleMappingKind.Shift, BitDepth = 12, Low = -1024, High = 3071, MaxError = 0 },
        Allocation = new AllocationSection("map-file", 32, "flat", EncoderPreset.Best, 64),
        Entries = ImmutableSortedDictionary<string, EntrySection>.Empty,
    };

    public static byte[] Bytes(Manifest? manifest = null, PaddingRuns? padding = null, QpMap? map = null)
    {
        using var folder = new TempFolder();
        using var stream = new MemoryStream();
        ArchiveWriter.Write(manifest ?? Manifest, folder.Write("v", Video), CompressedEntry.Of(Headers, padding ?? Padding, map ?? Map), stream);
        return stream.ToArray();
    }

    /// <summary>An archive without the entries that may be left out.</summary>
    public static byte[] BareBytes()
    {
        using var folder = new TempFolder();
        using var stream = new MemoryStream();
        ArchiveWriter.Write(Manifest, folder.Write("v", Video), CompressedEntry.Of(Headers, new PaddingRuns([[], [], []]), null), stream);
        return stream.ToArray();
    }

    /// <summary>Everything that an archive says, checked on the way as `verify` does, as one text to compare.</summary>
    public static string ReadAll(string path)
    {
        using var archive = ArchiveReader.Open(path);
        archive.CheckHashes();
        var headers = archive.ReadHeaders();
        var padding = archive.ReadPadding();
        var map = archive.ReadQpMap();
        using var video = new MemoryStream();
        using (var stream = archive.OpenVideo())
        {
            stream.CopyTo(video);
        }

        return string.Join(
            '\n',
            [
                System.Text.Encoding.UTF8.GetString(ManifestJson.Write(archive.Manifest)),
                Convert.ToHexString(video.ToArray()),
                Convert.ToHexString(HeaderCodec.Write(headers)),
                Convert.ToHexString(PaddingCodec.Write(padding)),
                .. map.Frames.Select(f => $"{f.FrameQp}: {string.Join(' ', f.Offsets)}"),
            ]);
    }
}
