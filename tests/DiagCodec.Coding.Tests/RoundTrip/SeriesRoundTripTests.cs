using DiagCodec.Coding.Archive;
using DiagCodec.Coding.Decode;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Coding.Tests.Support;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Tests.RoundTrip;

[Collection(ProcessTests.Name)]
public sealed class SeriesRoundTripTests
{
    private static readonly EncodeSettings Settings = new() { Tool = "test 1", Command = "encode", Verify = true };

    [Theory]
    [InlineData(SampleFormat.Int16, -1024, 3071, null)]
    [InlineData(SampleFormat.UInt8, 0, 255, null)]
    [InlineData(SampleFormat.Int8, -128, 127, null)]
    [InlineData(SampleFormat.Int16, -32000, 32000, null)]
    [InlineData(SampleFormat.Int32, int.MinValue + 1, int.MaxValue, null)]
    [InlineData(SampleFormat.UInt32, 2147483000, int.MaxValue, 10)]
    public async Task Decoding_gives_what_the_encoder_saw_and_padding_exactly(SampleFormat format, int low, int high, int? depth)
    {
        var volume = Volumes.Random(3, 52, 77, 3, format, low, high).WithPadding(low, low + 20);
        using var folder = new TempFolder();
        var (path, expected) = await Encode(folder, volume, depth);

        using var archive = ArchiveReader.Open(path);
        var writer = new Collect();
        await new SeriesDecoder(new HevcDecoder()).DecodeAsync(archive, writer, null, CancellationToken.None);
        Assert.True(writer.IsComplete);
        for (var z = 0; z < 3; z++)
        {
            Assert.Equal(expected[z], writer.Slices[z]);
            Assert.All(expected[z], v => Assert.InRange(v, low, high));
            var source = Volumes.SliceOf(volume, z);
            Assert.All(Enumerable.Range(0, source.Length).Where(i => source[i] <= low + 20), i => Assert.Equal(source[i], writer.Slices[z][i]));
        }
    }

    [Fact]
    public async Task A_changed_picture_is_found_by_the_hash_of_all_frames()
    {
        using var folder = new TempFolder();
        var (path, _) = await Encode(folder, Requests.Small(), 8);
        var entries = ZipBytes.Entries(File.ReadAllBytes(path));
        var manifest = ManifestJson.Read(entries.First(e => e.Name == "manifest.json").Content, "x");
        var lie = ManifestJson.Write(manifest with { Video = manifest.Video with { ReconstructionSha256 = new string('0', 64) } });
        using var archive = ArchiveReader.Open(folder.Write("lie.dgc", ZipBytes.With(File.ReadAllBytes(path), "manifest.json", lie)));
        var e = await Assert.ThrowsAsync<VerificationException>(() => new SeriesDecoder(new HevcDecoder()).CheckAsync(archive, null, CancellationToken.None));
        Assert.Contains("other samples", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_video_of_another_size_than_the_manifest_says_is_refused()
    {
        using var folder = new TempFolder();
        var (path, _) = await Encode(folder, Requests.Small(), 8, withMap: false);
        var bytes = File.ReadAllBytes(path);
        var manifest = ManifestJson.Read(ZipBytes.Entries(bytes).First(e => e.Name == "manifest.json").Content, "x");
        foreach (var (columns, rows) in ((int, int)[])[(80, 64), (72, 96), (128, 128)])
        {
            var lie = manifest with
            {
                Source = manifest.Source with { Columns = columns, Rows = rows },
                Video = manifest.Video with { Format = manifest.Video.Format with { Width = columns, Height = rows } },
            };
            using var archive = ArchiveReader.Open(folder.Write("lie.dgc", ZipBytes.With(bytes, "manifest.json", ManifestJson.Write(lie))));
            await Assert.ThrowsAsync<VerificationException>(() => new SeriesDecoder(new HevcDecoder()).CheckAsync(archive, null, CancellationToken.None));
        }
    }

    private static async Task<(string Path, List<int[]> Expected)> Encode(TempFolder folder, Volume volume, int? depth, bool withMap = true)
    {
        var prepared = Requests.Prepared(volume, depth);
        var unmapping = new SliceUnmapping(volume.Columns, volume.Rows, prepared.Frames.Format, prepared.Frames.Mapping);
        var expected = new List<int[]>();
        var settings = Settings with
        {
            OnReconstruction = (z, frame) =>
            {
                var slice = unmapping.Luma(z, frame.Span);
                prepared.Padding.Restore(z, slice);
                expected.Add(slice.ToArray());
            },
        };
        var path = folder.File("out.dgc");
        var map = Maps.Random(9, prepared.Frames.Format, volume.Slices, 16, 8);
        var plan = withMap ? new CodingPlan("test", 30, "ldp8", EncoderPreset.Fast, map) : Requests.Plan(prepared.Frames, 30);
        var result = await new SeriesEncoder(new X265Encoder(X265Program.Find())).EncodeAsync(prepared, plan, path, settings, CancellationToken.None).WaitAsync(Requests.Watchdog);
        Assert.True(result.Verified);
        return (path, expected);
    }

    private sealed class Collect : ISliceWriter
    {
        public List<int[]> Slices { get; } = [];

        public bool IsComplete { get; private set; }

        public void Write(int slice, ReadOnlySpan<int> stored, ReadOnlySpan<byte> chroma)
        {
            Assert.Equal(Slices.Count, slice);
            Assert.True(chroma.IsEmpty);
            Slices.Add(stored.ToArray());
        }

        public void Complete() => IsComplete = true;

        public void Dispose()
        {
        }
    }
}
