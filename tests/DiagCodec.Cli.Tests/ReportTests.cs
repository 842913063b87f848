using DiagCodec.Cli.Tests.Support;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Bench.Results;

namespace DiagCodec.Cli.Tests;

/// <summary>What 'report' makes of a folder that a bench left.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("diagcodec-test-").FullName;

    public ReportTests() => BenchJson.Write(Path.Combine(_folder, "bench.json"), Bench, overwrite: false);

    private static BenchFile Bench
    {
        get
        {
            var counts = new ClassAgreementCounts([60, 0, 0, 4]);
            return new BenchFile
            {
                Schema = BenchFile.CurrentSchema,
                Tool = "diagcodec 0.1.0",
                Experiment = new Experiment
                {
                    Schema = Experiment.CurrentSchema,
                    Name = "small",
                    Title = "A small bench",
                    Data = new ExperimentData { Folder = "data" },
                    Task = new ExperimentTask("coronary-cta"),
                    Anchor = "uniform",
                    Methods = [new MethodSetting("uniform", "x265", [32])],
                },
                Model = new BenchModel("coronary-cta", "plain", [new string('a', 64)], ["artery"], new ValueRange(0, 1)),
                Cases = [new BenchCase("one", new string('b', 64), 8, 8, 1, 12, 0, counts, 4)],
                Methods = [new BenchMethod("uniform", "by hand", "by hand", "QP", false, false)],
                Commands = ["encode"],
                Points = [new BenchPoint("one", "uniform", 32, new string('c', 64)) { Figures = new PointFigures(8, 1, 12, new string('d', 64), counts, counts, [0]) }],
            };
        }
    }

    [Theory]
    [InlineData("out.html", "<!DOCTYPE html>")]
    [InlineData("out.md", "# A small bench")]
    [InlineData("out.csv", "case,method,parameter,key")]
    public async Task The_name_of_the_output_says_its_kind(string name, string start)
    {
        var output = Path.Combine(_folder, name);
        var run = await Run.OfAsync("report", _folder, Path.Combine(_folder, "bench.json"), "-o", output);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal($"{output}: 1 methods, 1 cases, 1 points\n", run.Out.ReplaceLineEndings("\n"));
        Assert.StartsWith(start, await File.ReadAllTextAsync(output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_format_wins_over_the_name_and_a_table_can_be_chosen()
    {
        var output = Path.Combine(_folder, "out.txt");
        Assert.Equal(0, (await Run.OfAsync("report", _folder, "-o", output, "--format", "csv", "--table", "main")).ExitCode);
        Assert.StartsWith("method,measure,delta,unit,mean", await File.ReadAllTextAsync(output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_method_can_be_the_anchor()
    {
        var two = Bench with
        {
            Methods = [.. Bench.Methods, new BenchMethod("other", "by hand", "by hand", "QP", false, false)],
            Points = [.. Bench.Points, Bench.Points[0] with { Method = "other" }],
        };
        BenchJson.Write(Path.Combine(_folder, "bench.json"), two, overwrite: true);
        var output = Path.Combine(_folder, "out.md");
        Assert.Equal(0, (await Run.OfAsync("report", _folder, "-o", output, "--anchor", "other")).ExitCode);
        Assert.Contains("Anchor: other", await File.ReadAllTextAsync(output), StringComparison.Ordinal);
        var run = await Run.OfAsync("report", _folder, "-o", output, "--overwrite", "--anchor", "nobody");
        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains("--anchor nobody: expected one of uniform, other", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_there_stays_unless_it_may_be_replaced()
    {
        var output = Path.Combine(_folder, "out.md");
        await File.WriteAllTextAsync(output, "mine");
        Assert.Equal(4, (await Run.OfAsync("report", _folder, "-o", output)).ExitCode);
        Assert.Equal("mine", await File.ReadAllTextAsync(output));
        Assert.Equal(0, (await Run.OfAsync("report", _folder, "-o", output, "--overwrite")).ExitCode);
        Assert.NotEqual("mine", await File.ReadAllTextAsync(output));
    }

    [Theory]
    [InlineData("missing", "is not there")]
    [InlineData(".", "holds no bench.json")]
    public async Task A_bench_that_is_not_there_is_told_in_one_line_and_nothing_is_written(string input, string word)
    {
        var empty = Directory.CreateDirectory(Path.Combine(_folder, "empty")).FullName;
        var run = await Run.OfAsync("report", Path.Combine(empty, input), "-o", Path.Combine(empty, "out.md"));
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains(word, Assert.Single(run.Error.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(empty));
    }

    [Fact]
    public async Task A_broken_bench_names_its_file()
    {
        var path = Path.Combine(_folder, "bench.json");
        var bytes = await File.ReadAllBytesAsync(path);
        await File.WriteAllBytesAsync(path, bytes[..(bytes.Length / 2)]);
        var run = await Run.OfAsync("report", _folder, "-o", Path.Combine(_folder, "out.md"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(path, Assert.Single(run.Error.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "out.md")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
