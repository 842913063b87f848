using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Bench.Run;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Tests.Bench.Run;

public sealed class BenchFaultTests : IDisposable
{
    private readonly BenchWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_failing_point_is_recorded_kept_and_tried_again_when_asked()
    {
        _world.Method(0).FailsOn = "two";
        var file = await _world.RunAsync();
        var failed = file.Points.Where(p => p.Error is not null).ToArray();
        Assert.Equal(["two plain 1", "two plain 40", "two plain 160"], failed.Select(p => FormattableString.Invariant($"{p.Case} {p.Method} {p.Parameter}")));
        Assert.All(failed, p => Assert.Equal("frames.bin: the encoder ended with 1 of two", p.Error));
        Assert.All(failed, p => Assert.Equal((null, null), (p.Figures, p.Times)));
        Assert.Equal(18, file.Points.Count(p => p.Figures is not null));
        var log = await File.ReadAllTextAsync(Path.Combine(_world.Folder(), "failed", failed[0].Key + ".log"));
        Assert.Contains("ToolException", log, StringComparison.Ordinal);
        Assert.Contains("   at ", log, StringComparison.Ordinal);

        _world.Method(0).FailsOn = null;
        var encodes = _world.Method(0).Encodes;
        Assert.Equal(3, (await _world.RunAsync()).Points.Count(p => p.Error is not null));
        Assert.Equal(encodes, _world.Method(0).Encodes);

        _world.Options = _world.Options with { Retry = true };
        Assert.DoesNotContain((await _world.RunAsync()).Points, p => p.Error is not null);
        Assert.Equal(encodes + 3, _world.Method(0).Encodes);
        Assert.Empty(Directory.GetFiles(Path.Combine(_world.Folder(), "failed")));
    }

    [Fact]
    public async Task Failures_are_the_same_in_every_folder()
    {
        _world.Method(0).FailsOn = "two";
        _world.Methods = _world.Methods.Add(new QuantisingMethod("liar", 8) { Lies = true, Version = "l" });
        Assert.Equal(await _world.TimelessAsync("a"), await _world.TimelessAsync("b"));
    }

    [Fact]
    public async Task A_method_that_lies_about_its_reconstruction_is_found_out()
    {
        _world.Methods = [new QuantisingMethod("liar", 8) { Lies = true }];
        var file = await _world.RunAsync();
        Assert.All(file.Points, p => Assert.Contains("the decoder gives other frames than the encoder promised", p.Error, StringComparison.Ordinal));
        Assert.Equal(3, _world.Segments);
        Assert.Empty(Directory.GetFiles(Path.Combine(_world.Folder(), "decoded")));

        // Tried again from the beginning, since what was written may be what is wrong.
        _world.Options = _world.Options with { Retry = true };
        await _world.RunAsync();
        Assert.Equal(6, _world.Method(0).Encodes);
    }

    [Fact]
    public async Task A_mask_with_unknown_classes_ends_the_bench()
    {
        var setup = _world.Setup();
        var broken = setup with { Task = setup.Task with { Classes = [setup.Task.Classes[0]] } };
        var fault = await Assert.ThrowsAsync<InvalidInputException>(() => BenchRun.RunAsync(broken, _world.Options, _world.Folder(), null, CancellationToken.None));
        Assert.Contains("class 2", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_that_is_nobodys_ends_the_bench_and_leaves_what_is_there()
    {
        _world.Options = new BenchOptions { Workers = 3 };
        var calls = 0;
        _world.Methods = _world.Methods.Add(new QuantisingMethod("broken", 2) { Version = "x", Called = () => throw new InvalidOperationException($"{++calls}") });
        await Assert.ThrowsAsync<InvalidOperationException>(() => _world.RunAsync());
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_world.Folder(), "scores")));
        Assert.False(File.Exists(Path.Combine(_world.Folder(), "bench.json")));
        Assert.Equal(_world.Opened, _world.Disposed);
    }

    [Theory]
    [InlineData("cases/*.json")]
    [InlineData("masks/*.br")]
    [InlineData("coded/*/*/coded.json")]
    [InlineData("coded/*/*/stream/frames.bin")]
    [InlineData("coded/*/*/qps.json.br")]
    [InlineData("decoded/*.json")]
    [InlineData("qps/*.json")]
    [InlineData("scores/*.json")]
    [InlineData("found/*.br")]
    [InlineData("pictures/*.json.br")]
    [InlineData("failed/*.json")]
    public async Task Broken_files_are_made_again(string pattern)
    {
        _world.Names = ["one", "two"];
        _world.Pictures = new(["one", "two"], 1);
        _world.Method(2).FailsOn = "two";
        var whole = await _world.TimelessAsync();
        var random = new Random(3);
        foreach (var change in (Func<byte[], byte[]>[])[b => b[..(b.Length / 2)], b => [], b => Flipped(b, random.Next(8 * b.Length)), b => [.. b, 0]])
        {
            foreach (var file in Files(pattern))
            {
                await File.WriteAllBytesAsync(file, change(await File.ReadAllBytesAsync(file)));
            }

            Assert.Equal(whole, await _world.TimelessAsync());
            Assert.Equal(["plain", "roi", "eight", "plain", "roi"], BenchPictures.Read(_world.Folder()).Select(p => p.Method));
        }

        // Now streams, QP maps and predictions are needed again.
        _world.Pictures = new(["one", "two"], 0.1);
        await _world.RunAsync();
        Assert.Equal([160, 160, 32, 160, 160], BenchPictures.Read(_world.Folder()).Select(p => p.Parameter));
    }

    [Fact]
    public async Task A_changed_stream_is_not_decoded_but_made_again()
    {
        _world.Names = ["one"];
        var whole = await _world.TimelessAsync();
        foreach (var file in Files("coded/*/*/stream/frames.bin"))
        {
            await File.WriteAllBytesAsync(file, Flipped(await File.ReadAllBytesAsync(file), 99));
        }

        Array.ForEach(Files("decoded/*.json"), File.Delete);
        var encodes = _world.Method(0).Encodes;
        Assert.Equal(whole, await _world.TimelessAsync());
        Assert.Equal(2 * encodes, _world.Method(0).Encodes);
    }

    [Fact]
    public async Task What_is_missing_after_coding_is_made_from_the_streams()
    {
        var whole = await _world.TimelessAsync();
        var (encodes, decodes) = (_world.Method(0).Encodes, _world.Method(0).Decodes);
        Array.ForEach(Files("decoded/*.json"), File.Delete);
        Assert.Equal(whole, await _world.TimelessAsync());
        Assert.Equal((encodes, 2 * decodes), (_world.Method(0).Encodes, _world.Method(0).Decodes));
        var segments = _world.Segments;
        Array.ForEach(Files("scores/*.json"), File.Delete);
        Assert.Equal(whole, await _world.TimelessAsync());
        Assert.Equal((encodes, 3 * decodes), (_world.Method(0).Encodes, _world.Method(0).Decodes));
        Assert.True(_world.Segments > segments);
    }

    private string[] Files(string pattern)
    {
        IEnumerable<string> places = [_world.Folder()];
        foreach (var part in pattern.Split('/'))
        {
            places = places.SelectMany(p => Directory.EnumerateFileSystemEntries(p, part)).ToArray();
        }

        return [.. places.Where(p => Path.GetFileName(p) != "index.json")];
    }

    private static byte[] Flipped(byte[] bytes, int bit)
    {
        if (bytes.Length == 0)
        {
            // Emptied before, and not needed since.
            return bytes;
        }

        bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        return bytes;
    }
}
