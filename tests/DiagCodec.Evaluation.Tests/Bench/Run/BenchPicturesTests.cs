using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Tests.Bench.Run;

public sealed class BenchPicturesTests : IDisposable
{
    private readonly BenchWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Every_method_is_shown_at_its_nearest_rate()
    {
        // A frame has 72 x 64 samples for 48 x 40 voxels: 38.4 bits a voxel at 2 bytes, over the step.
        _world.Pictures = new PictureSetting(["three", "two"], 0.9);
        var file = await _world.RunAsync();
        var pictures = BenchPictures.Read(_world.Folder());
        Assert.Equal(
            ["two plain 40", "two roi 40", "two eight 32", "three plain 40", "three roi 40", "three eight 32"],
            pictures.Select(p => FormattableString.Invariant($"{p.Case} {p.Method} {p.Parameter}")));
        var picture = pictures[4];
        Assert.Equal((48, 40, 48 * 40), (picture.Columns, picture.Rows, picture.Source.Length));
        Assert.Equal((16, 5 * 4), (picture.Block, picture.Qps.Length));
        Assert.Equal([24, 30], picture.Qps.Distinct().Order());
        Assert.Equal((null, 0), (pictures[3].Block, pictures[3].Qps.Length));

        // The middle of the rod: 850 and noise of up to 12, two HU a stored value from -1000.
        Assert.InRange(picture.Source[(20 * 48) + 24], 700, 724);
        Assert.Equal(69, picture.MaskBefore.Count(c => c == 1));
        Assert.NotEqual(picture.Source.AsEnumerable(), picture.Decoded.AsEnumerable());
        Assert.Equal(4 * 69, file.Cases[2].MaskVoxels);
    }

    [Fact]
    public async Task Pictures_of_earlier_experiments_are_not_shown()
    {
        _world.Pictures = new PictureSetting(["one"], 0.9);
        await _world.RunAsync();
        Assert.Equal(3, BenchPictures.Read(_world.Folder()).Length);
        var segments = _world.Segments;
        _world.Pictures = new PictureSetting(["one"], 0.2);
        await _world.RunAsync();
        Assert.Equal([160, 160, 32], BenchPictures.Read(_world.Folder()).Select(p => p.Parameter));
        Assert.Equal(segments, _world.Segments);
        _world.Pictures = null;
        await _world.RunAsync();
        Assert.Empty(BenchPictures.Read(_world.Folder()));
        Assert.Empty(BenchPictures.Read(_world.Folder("nowhere")));
    }

    [Fact]
    public async Task Broken_pictures_are_refused()
    {
        _world.Pictures = new PictureSetting(["one"], 0.9);
        await _world.RunAsync();
        var picture = Directory.GetFiles(Path.Combine(_world.Folder(), "pictures"), "*.br")[0];
        await File.WriteAllBytesAsync(picture, [1, 2, 3]);
        Assert.Contains("missing or broken", Assert.Throws<InvalidInputException>(() => BenchPictures.Read(_world.Folder())).Message, StringComparison.Ordinal);
        var index = Path.Combine(_world.Folder(), "pictures", "index.json");
        await File.WriteAllTextAsync(index, "{}");
        Assert.Contains("is broken", Assert.Throws<InvalidInputException>(() => BenchPictures.Read(_world.Folder())).Message, StringComparison.Ordinal);
    }
}
