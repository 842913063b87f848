using DiagCodec.Imaging.Faults;
using DiagCodec.Segmentation.Harden;

namespace DiagCodec.Segmentation.Tests.Harden;

public sealed class CodedVolumeCacheTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("segmentation-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_written_comes_back()
    {
        var (path, job, coded) = await WrittenAsync();
        var read = CodedVolumeCache.Read(path, job);
        Assert.NotNull(read);
        Assert.Equal((coded.Run, coded.Bytes), (read.Run, read.Bytes));
        Assert.Equal(coded.Decoded.Geometry!.Positions, read.Decoded.Geometry!.Positions);
        for (var z = 0; z < coded.Decoded.Slices; z++)
        {
            Assert.Equal(coded.Decoded.SliceBytes(z), read.Decoded.SliceBytes(z));
        }

        Assert.Equal([Path.GetFileName(path)], _folder.EnumerateFiles().Select(f => f.Name));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(15)]
    [InlineData(20)]
    [InlineData(48)]
    [InlineData(-1)]
    public async Task An_entry_with_a_flipped_bit_is_none(int at)
    {
        var (path, job, _) = await WrittenAsync();
        var bytes = File.ReadAllBytes(path);
        bytes[at < 0 ? bytes.Length + at : at] ^= 4;
        File.WriteAllBytes(path, bytes);
        Assert.Null(CodedVolumeCache.Read(path, job));
    }

    [Fact]
    public async Task An_entry_of_another_length_is_none()
    {
        var (path, job, _) = await WrittenAsync();
        var bytes = File.ReadAllBytes(path);
        foreach (var broken in (byte[][])[[], bytes[..5], bytes[..^1], [.. bytes, 0]])
        {
            File.WriteAllBytes(path, broken);
            Assert.Null(CodedVolumeCache.Read(path, job));
        }

        File.Delete(path);
        Assert.Null(CodedVolumeCache.Read(path, job));
    }

    [Fact]
    public void Everything_that_changes_the_result_changes_the_name()
    {
        var series = Series.Make(4, [1]);
        var cache = new CodedVolumeCache(_folder.FullName, "x265 3.5");
        CodingJob[] jobs =
        [
            Series.Job(series, new SliceRun(0, 2), CodingVariant.Uniform(30)),
            Series.Job(series, new SliceRun(0, 2), CodingVariant.Uniform(31)),
            Series.Job(series, new SliceRun(0, 2), new CodingVariant(30, 6, 64)),
            Series.Job(series, new SliceRun(0, 2), new CodingVariant(30, 6, 32)),
            Series.Job(series, new SliceRun(1, 2), CodingVariant.Uniform(30)),
            Series.Job(series, new SliceRun(0, 3), CodingVariant.Uniform(30)),
            Series.Job(Series.Make(4, [1], seed: 2), new SliceRun(0, 2), CodingVariant.Uniform(30)),
            Series.Job(Series.Make(4, [1], padded: true), new SliceRun(0, 2), CodingVariant.Uniform(30)),
        ];
        string[] paths = [.. jobs.Select(cache.PathOf), new CodedVolumeCache(_folder.FullName, "x265 4.0").PathOf(jobs[0])];
        Assert.Equal(paths.Length, paths.Distinct().Count());
        Assert.Equal(paths[0], cache.PathOf(Series.Job(Series.Make(4, [1], name: "other"), new SliceRun(0, 2), CodingVariant.Uniform(30))));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_said()
    {
        var file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(file, "");
        Assert.Contains(file, Assert.Throws<OutputException>(() => new CodedVolumeCache(Path.Combine(file, "cache"), "x")).Message, StringComparison.Ordinal);
    }

    private async Task<(string Path, CodingJob Job, CodedVolume Coded)> WrittenAsync()
    {
        var job = Series.Job(Series.Make(4, [1]), new SliceRun(1, 2), new CodingVariant(30, 6, 64));
        var coded = await job.EncodeAsync(new QpEncoder(), 1, CancellationToken.None);
        var path = new CodedVolumeCache(_folder.FullName, "fake").PathOf(job);
        CodedVolumeCache.Write(path, coded);
        return (path, job, coded);
    }
}
