using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Bench.Run;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Tests.Bench.Run;

public sealed class BenchRunTests : IDisposable
{
    private readonly BenchWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Points_hold_what_was_measured()
    {
        var file = await _world.RunAsync();
        Assert.Equal(["one", "two", "three"], file.Cases.Select(c => c.Name));
        Assert.Equal((48, 40, 2, 10, 3), (file.Cases[0].Columns, file.Cases[0].Rows, file.Cases[0].Slices, file.Cases[0].SourceBits, file.Cases[0].FirstSlice));
        Assert.Equal(
            ["plain 1", "plain 40", "plain 160", "roi 40", "roi 160", "eight 1", "eight 32"],
            file.Points.Take(7).Select(p => FormattableString.Invariant($"{p.Method} {p.Parameter}")));
        Assert.Equal(21, file.Points.Length);
        Assert.All(file.Points, p => Assert.Null(p.Error));

        // The rod: squares below 25 around the centre are 69 pixels a slice; truth is above 720, the network's threshold is 700: both all of it.
        Assert.Equal(2 * 69, file.Cases[0].MaskVoxels);
        Assert.Equal(2 * 69, file.Cases[0].Uncoded.Voxels[(1 * 3) + 1]);
        var exact = file.Points[0].Figures!;
        Assert.Equal((null, null, 1.0), (exact.Psnr, exact.WindowPsnr, exact.WindowSsim));
        Assert.Equal(file.Cases[0].Uncoded.Voxels.AsEnumerable(), exact.Truth.Voxels.AsEnumerable());

        // Frames are 72 x 64 at least, 2 bytes a sample; the method says a 40th of that is all it needs.
        var coarse = file.Points[1].Figures!;
        Assert.Equal((72L * 64 * 2 * 2 / 40, 12), (coarse.Bytes, coarse.BitDepth));
        Assert.Equal(8.0 * coarse.Bytes / (48 * 40 * 2), coarse.BitsPerVoxel);
        Assert.Equal(["quantise 40", "copy frames.bin"], file.CommandsOf(file.Points[1]));
        Assert.Equal(["quantise 1", "copy frames.bin", "quantise 40", "quantise 160", "quantise 32"], file.Commands.AsEnumerable());
        Assert.InRange(coarse.Psnr!.Value, 20, 60);
        Assert.True(file.Points[2].Figures!.Psnr < coarse.Psnr);
        Assert.Null(coarse.ForegroundQp);
        Assert.Equal((24.0, 30.0), (file.Points[3].Figures!.ForegroundQp, file.Points[3].Figures!.BackgroundQp));

        // Above 800 HU the 8-bit window clips; the rod's 850 and more are stored values of 700 HU and more.
        Assert.Equal(8, file.Points[5].Figures!.BitDepth);
        Assert.True(file.Points[5].Figures!.WindowPsnr > file.Points[5].Figures!.Psnr);
    }

    [Fact]
    public async Task A_second_run_calls_nothing_and_gives_the_same()
    {
        _world.Pictures = new PictureSetting(["two"], 1);
        var first = await _world.RunAsync();
        var before = await File.ReadAllBytesAsync(Path.Combine(_world.Folder(), "bench.json"));
        var calls = _world.Calls;
        Assert.Equal((3, _world.Opened), (_world.Reads, _world.Disposed));
        await _world.RunAsync();
        Assert.Equal(calls, _world.Calls);
        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(_world.Folder(), "bench.json")));
        Assert.All(first.Points, p => Assert.NotNull(p.Times));
    }

    [Fact]
    public async Task Equal_reconstructions_are_segmented_once()
    {
        _world.Names = ["one"];
        _world.Methods = [_world.Methods[0], new QuantisingMethod("again", 1, 40, 160) { Version = "other" }];
        await _world.RunAsync();

        // The source and three reconstructions, of which the first is the source again: six points of two methods.
        Assert.Equal(4, _world.Segments);
        Assert.Equal(1, _world.Opened);
    }

    [Fact]
    public async Task Points_of_methods_that_are_the_same_are_made_once()
    {
        _world.Methods = [_world.Methods[0], new QuantisingMethod("twin", 1, 40, 160)];
        _world.Options = _world.Options with { Workers = 4 };
        var file = await _world.RunAsync();
        Assert.Equal(9, _world.Method(0).Encodes + _world.Method(1).Encodes);
        Assert.Equal(file.Points[0].Figures!.DecodedSha256, file.Points[3].Figures!.DecodedSha256);
        Assert.Equal(file.Points[0].Key, file.Points[3].Key);
    }

    [Fact]
    public async Task Runs_that_are_cut_off_anywhere_end_up_the_same()
    {
        _world.Pictures = new PictureSetting(["one", "three"], 1);
        var whole = await _world.TimelessAsync("whole");
        var calls = _world.Calls;
        var random = new Random(7);
        for (var trial = 0; trial < 10; trial++)
        {
            var folder = $"cut-{trial}";
            _world.Options = new BenchOptions { Workers = 1 + (trial % 3) };
            _world.CancelAt = _world.Calls + random.Next(1, calls);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _world.RunAsync(folder));
            _world.Cancellation.Dispose();
            _world.Cancellation = new CancellationTokenSource();
            _world.CancelAt = 0;
            Assert.Equal(whole, await _world.TimelessAsync(folder));
            Assert.Equal(Pictures("whole"), Pictures(folder));
        }
    }

    [Fact]
    public async Task Workers_do_not_change_the_result()
    {
        var one = await _world.TimelessAsync("one");
        _world.Options = new BenchOptions { Workers = 7 };
        Assert.Equal(one, await _world.TimelessAsync("seven"));
        Assert.Equal(_world.Opened, _world.Disposed);
    }

    [Fact]
    public async Task Another_identity_codes_only_its_own_points_again()
    {
        await _world.RunAsync();
        var old = _world.Methods;
        _world.Methods = old.SetItem(0, new QuantisingMethod("plain", 1, 40, 160) { Version = "1.1" });
        var segments = _world.Segments;
        await _world.RunAsync();
        Assert.Equal(9, _world.Method(0).Encodes);
        Assert.Equal((6, 6), (_world.Method(1).Encodes, _world.Method(2).Encodes));

        // Its reconstructions are what they were.
        Assert.Equal(segments, _world.Segments);
    }

    [Fact]
    public async Task A_longer_grid_codes_only_the_new_points()
    {
        await _world.RunAsync();
        _world.Methods = _world.Methods.SetItem(0, new QuantisingMethod("plain", 1, 20, 40, 160));
        var file = await _world.RunAsync();
        Assert.Equal(3, _world.Method(0).Encodes);
        Assert.Equal([1, 20, 40, 160], file.Points.Take(4).Select(p => p.Parameter));
    }

    [Fact]
    public async Task Other_weights_score_again_and_code_only_what_depends_on_the_mask()
    {
        await _world.RunAsync();
        _world.Weights = _ => new string('b', 64);
        _world.Threshold = 855;
        var (segments, before) = (_world.Segments, (_world.Method(0).Encodes, _world.Method(1).Encodes, _world.Method(2).Encodes));
        var file = await _world.RunAsync();
        Assert.Equal((before.Item1, before.Item2 + 6, before.Item3), (_world.Method(0).Encodes, _world.Method(1).Encodes, _world.Method(2).Encodes));
        Assert.True(_world.Segments > segments);
        Assert.True(file.Cases[0].MaskVoxels < 2 * 69);
    }

    [Fact]
    public async Task Other_weights_that_find_the_same_code_nothing_again()
    {
        var before = await _world.RunAsync();
        _world.Weights = _ => new string('b', 64);
        var file = await _world.RunAsync();
        Assert.Equal((9, 6, 6), (_world.Method(0).Encodes, _world.Method(1).Encodes, _world.Method(2).Encodes));
        Assert.Equal(before.Points.Select(p => p.Key), file.Points.Select(p => p.Key));
    }

    [Fact]
    public async Task Weights_may_differ_by_case()
    {
        _world.Weights = name => new string(name[0], 64);
        await _world.RunAsync();

        // "two" and "three" share theirs.
        Assert.Equal((2, 2), (_world.Opened, _world.Disposed));
    }

    [Fact]
    public async Task Another_case_of_the_same_name_is_another_case()
    {
        var before = await _world.RunAsync();
        _world.Slices = _ => 3;
        var file = await _world.RunAsync();
        Assert.Equal([3, 3, 3], file.Cases.Select(c => c.Slices));
        Assert.Empty(file.Points.Where(p => p.Case == "one").Select(p => p.Key).Intersect(before.Points.Where(p => p.Case == "one").Select(p => p.Key)));
    }

    [Fact]
    public async Task A_case_that_changed_behind_its_identity_is_refused()
    {
        await _world.RunAsync();
        foreach (var file in Directory.GetFiles(Path.Combine(_world.Folder(), "scores")))
        {
            File.Delete(file);
        }

        var setup = _world.Setup();
        var swapped = setup with { Cases = [.. setup.Cases.Select(c => c with { Read = setup.Cases.First(o => o.Name != c.Name && o.Name != "three").Read })] };
        var fault = await Assert.ThrowsAsync<InvalidInputException>(
            () => BenchRun.RunAsync(swapped, _world.Options, _world.Folder(), null, CancellationToken.None));
        Assert.Contains("one: its images or labels changed", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_put_together_are_the_whole()
    {
        var whole = await _world.TimelessAsync("whole");
        foreach (var number in (int[])[1, 2])
        {
            _world.Options = new BenchOptions { Workers = 2, Part = new BenchPart(number, 2) };
            var part = await _world.RunAsync($"part-{number}");
            Assert.Equal($"{number}/2", part.Part);
            Assert.Equal(number == 1 ? ["one", "three"] : ["two"], part.Cases.Select(c => c.Name));
            Assert.Equal(part.Cases.Length * 7, part.Points.Length);
            Copy(_world.Folder($"part-{number}"), _world.Folder("merged"));
        }

        _world.Options = new BenchOptions { Workers = 2 };
        var calls = _world.Calls;
        Assert.Equal(whole, await _world.TimelessAsync("merged"));
        Assert.Equal(calls, _world.Calls);
    }

    [Fact]
    public async Task Two_runs_in_one_folder_are_refused()
    {
        var second = new List<Exception?>();
        _world.Methods = [new QuantisingMethod("plain", 1) { Called = Try }];
        await _world.RunAsync();
        Assert.All(second, e => Assert.Contains("another bench works in this folder", Assert.IsType<OutputException>(e).Message, StringComparison.Ordinal));
        Assert.NotEmpty(second);

        void Try() => second.Add(Record.Exception(() => BenchRun.RunAsync(
            _world.Setup() with { Methods = [] }, new BenchOptions(), _world.Folder(), null, CancellationToken.None).GetAwaiter().GetResult()));
    }

    [Fact]
    public async Task What_a_killed_run_left_is_removed()
    {
        await _world.RunAsync();
        var key = (await _world.RunAsync()).Points[0].Key;
        string[] left =
        [
            Path.Combine(_world.Folder(), ".bench.json.partial-0a1b2c3d"),
            Path.Combine(_world.Folder(), "scores", $".{key}.json.partial-0a1b2c3d"),
        ];
        Array.ForEach(left, f => File.WriteAllText(f, "half"));
        var folder = Path.Combine(_world.Folder(), "coded", key[..2], $".{key}.partial-0a1b2c3d");
        Directory.CreateDirectory(Path.Combine(folder, "stream"));
        File.WriteAllText(Path.Combine(_world.Folder(), ".mine"), "stays");
        await _world.RunAsync();
        Assert.DoesNotContain(left, File.Exists);
        Assert.False(Directory.Exists(folder));
        Assert.True(File.Exists(Path.Combine(_world.Folder(), ".mine")));
    }

    [Fact]
    public async Task Nothing_of_this_machine_is_in_the_result()
    {
        _world.Method(0).FailsOn = "two";
        await _world.RunAsync();
        var text = await File.ReadAllTextAsync(Path.Combine(_world.Folder(), "bench.json"));
        Assert.DoesNotContain(Path.GetTempPath(), text, StringComparison.Ordinal);
        Assert.DoesNotContain("/home", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/models", text, StringComparison.Ordinal);
        Assert.Contains("\"folder\": \"tiny\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_ends_with_all()
    {
        var told = new Told();
        _world.Method(0).FailsOn = "two";
        await _world.RunAsync(progress: told);
        Assert.Equal(Enumerable.Range(1, 21), told.Seen.Select(p => p.Done));
        Assert.All(told.Seen, p => Assert.Equal(21, p.Total));
        Assert.Equal(3, told.Seen[^1].Failed);
        Assert.Equal(TimeSpan.Zero, told.Seen[^1].Left);
        Assert.All(told.Seen, p => Assert.True(p.Left >= TimeSpan.Zero));
    }

    private string[] Pictures(string folder) => [.. Directory.GetFiles(Path.Combine(_world.Folder(folder), "pictures")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    private sealed class Told : IProgress<BenchProgress>
    {
        public List<BenchProgress> Seen { get; } = [];

        public void Report(BenchProgress value) => Seen.Add(value);
    }
}
