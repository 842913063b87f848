using DiagCodec.Coding.Archive;
using DiagCodec.Coding.Decode;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Series;
using DiagCodec.Segmentation.Harden;

namespace DiagCodec.Segmentation.Tests.Harden;

public sealed class RealEncoderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("segmentation-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(22, 0)]
    [InlineData(40, 12)]
    public async Task A_coded_volume_is_what_decode_makes_of_the_archive(int qp, int offset)
    {
        var series = Series.Make(4, [1, 2], padded: true);
        var encoder = new X265Encoder(X265Program.Find());
        var job = Series.Job(series, SliceRun.Whole(series.Series.Volume), new CodingVariant(qp, offset, 64));
        var coded = await job.EncodeAsync(encoder, 1, CancellationToken.None);

        var archive = Path.Combine(_folder.FullName, "a.dgc");
        var settings = new EncodeSettings { Tool = "test", Command = "test" };
        var prepared = PreparedSeries.Of(series.Series, null, null, null);
        var result = await new SeriesEncoder(encoder).EncodeAsync(prepared, job.Plan, archive, settings, CancellationToken.None);
        Assert.Equal(result.Video.Bytes, coded.Bytes);
        using var reader = ArchiveReader.Open(archive);
        using var slices = new Slices();
        await new SeriesDecoder(new HevcDecoder()).DecodeAsync(reader, slices, null, CancellationToken.None);
        Assert.Equal(4, slices.Stored.Count);
        Assert.All(slices.Stored, (s, z) => Assert.Equal(s, Series.Stored(coded.Decoded, z)));
    }

    private sealed class Slices : ISliceWriter
    {
        public List<int[]> Stored { get; } = [];

        public void Write(int slice, ReadOnlySpan<int> stored, ReadOnlySpan<byte> chroma) => Stored.Add(stored.ToArray());

        public void Complete()
        {
        }

        public void Dispose()
        {
        }
    }
}
