using DiagCodec.EndToEnd.Support;

namespace DiagCodec.EndToEnd.Bench;

/// <summary>A bench of days is stopped by power cuts and by people: what it gives in the end must not show.</summary>
public sealed class BenchInterruptionTests
{
    private const int Kills = 10;

    [Fact]
    public async Task A_bench_that_is_killed_ten_times_gives_what_an_uninterrupted_one_gives()
    {
        using var scratch = new Scratch();
        var experiment = SmallExperiment.Write(scratch);
        (await CommandLine.RunAsync("bench", experiment, "-o", scratch.Path("whole"))).ShouldSucceed();
        var entries = Folders.Entries(scratch.Path("whole")).Length;
        var random = new Random(1);
        int[] moments = [.. Enumerable.Range(0, Kills).Select(_ => random.Next(1, entries)).Order()];
        foreach (var (i, moment) in moments.Index())
        {
            using var process = Start(scratch, experiment);
            await FolderWatch.UntilAsync(scratch.Folder, () => Directory.Exists(scratch.Path("killed")) && Count(scratch) >= moment);
            process.Signal("KILL", wholeGroup: i % 2 == 0);
            await process.EndAsync();
        }

        using (var last = Start(scratch, experiment))
        {
            (await last.EndAsync()).ShouldSucceed();
        }

        Assert.Equal(SmallExperiment.Result(scratch.Path("whole")), SmallExperiment.Result(scratch.Path("killed")));
        Assert.DoesNotContain(Folders.Entries(scratch.Path("killed")), e => e.Contains("partial", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ctrl_C_says_that_the_bench_goes_on_and_no_point_counts_as_failed(bool wholeGroup)
    {
        using var scratch = new Scratch();
        var experiment = SmallExperiment.Write(scratch);
        using (var process = Start(scratch, experiment))
        {
            await FolderWatch.UntilAsync(scratch.Folder, () => Directory.Exists(scratch.Path("killed", "scores")) && Directory.EnumerateFiles(scratch.Path("killed", "scores")).Any());
            process.Signal("INT", wholeGroup);
            var result = await process.EndAsync();
            Assert.Contains("interrupted", result.ShouldFailWith(130), StringComparison.Ordinal);
            Assert.Contains("note: the same command goes on where this one ended", result.Notes);
        }

        Assert.False(File.Exists(scratch.Path("killed", "bench.json")));
        Assert.DoesNotContain(Folders.Entries(scratch.Path("killed")), e => e.Contains("partial", StringComparison.Ordinal));
        var resumed = (await CommandLine.RunAsync("bench", experiment, "-o", scratch.Path("killed"))).ShouldSucceed();
        Assert.Contains($"{SmallExperiment.Points} of {SmallExperiment.Points} points", resumed.Out, StringComparison.Ordinal);
    }

    private static CliProcess Start(Scratch scratch, string experiment) => CliProcess.Start(
        new Dictionary<string, string> { ["TMPDIR"] = scratch.MakeFolder("tmp") }, "bench", experiment, "-o", scratch.Path("killed"));

    /// <summary>Entries come and go while they are counted.</summary>
    private static int Count(Scratch scratch)
    {
        try
        {
            return Folders.Entries(scratch.Path("killed")).Length;
        }
        catch (DirectoryNotFoundException)
        {
            return 0;
        }
    }
}
