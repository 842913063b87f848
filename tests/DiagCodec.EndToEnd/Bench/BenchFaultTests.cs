using DiagCodec.EndToEnd.Support;

namespace DiagCodec.EndToEnd.Bench;

public sealed class BenchFaultTests
{
    [Theory]
    [InlineData("\"codec\": \"jpeg-2000\"", "\"codec\": \"webp\"", 2, "methods[2].codec: expected one of x265")]
    [InlineData("\"schema\": 1,", "\"schema\": 1", 2, "experiment.json")]
    [InlineData("\"grid\": [27, 37]", "\"grid\": [27, 370]", 2, "methods[1].grid: expected QP of 0 to 51")]
    [InlineData("\"phantom\": {", "\"folder\": \"none\", \"pantom\": {", 2, "data.pantom: expected no such field")]
    [InlineData("\"phantom\": { \"seeds\": [1201], \"slices\": 2, \"size\": 96, \"sliceSpacing\": 1 }", "\"folder\": \"none\"", 2, "there is no such folder")]
    [InlineData("\"phantom\": { \"seeds\": [1201], \"slices\": 2, \"size\": 96, \"sliceSpacing\": 1 },", "", 1, "name the folder of the data with --data")]
    [InlineData(", \"allUnseen\": true", "", 2, "set task.allUnseen to true where none of them took part in its training")]
    [InlineData("\"model\": \"coronary-cta\"", "\"model\": \"liver\"", 2, "liver: no task of this name")]
    [InlineData("\"model\": \"coronary-cta\"", "\"model\": \"./folds\"", 2, "expected a folder with task.json")]
    [InlineData("1=1,2=1,*=0", "1=2,*=0", 1, "class 2: the task has classes 0 to 1")]
    public async Task A_fault_of_the_experiment_is_one_line_and_leaves_nothing(string from, string to, int exitCode, string told)
    {
        using var scratch = new Scratch();
        Assert.Contains(from, SmallExperiment.Text, StringComparison.Ordinal);
        var experiment = SmallExperiment.Write(scratch, SmallExperiment.Text.Replace(from, to, StringComparison.Ordinal));
        var result = await CommandLine.RunAsync("bench", experiment, "-o", scratch.Path("out"));
        Assert.Contains(told, result.ShouldFailWith(exitCode), StringComparison.Ordinal);
        ShouldHaveNoResult(scratch);
    }

    [Theory]
    [InlineData(2, "is not there", "none.json", "-o", "out")]
    [InlineData(1, "makes its own synthetic cases", "experiment.json", "-o", "out", "--data", "in")]
    [InlineData(2, "no task of this name", "experiment.json", "-o", "out", "--model", "liver")]
    [InlineData(1, "--part 3/2", "experiment.json", "-o", "out", "--part", "3/2")]
    [InlineData(4, "experiment.json", "experiment.json", "-o", "experiment.json/out")]
    public async Task A_fault_of_the_command_line_is_one_line_and_leaves_nothing(int exitCode, string told, params string[] arguments)
    {
        using var scratch = new Scratch();
        SmallExperiment.Write(scratch);
        var result = await CommandLine.RunAsync(
            ["bench", .. arguments.Select(a => a.Contains(".json", StringComparison.Ordinal) || a is "out" or "in" ? scratch.Path(a) : a)]);
        Assert.Contains(told, result.ShouldFailWith(exitCode), StringComparison.Ordinal);
        ShouldHaveNoResult(scratch);
    }

    [Fact]
    public async Task A_dry_run_counts_points_and_writes_nothing()
    {
        using var scratch = new Scratch();
        var text = SmallExperiment.Text.Replace("[1201]", "\"1201-1204\"", StringComparison.Ordinal);
        var experiment = SmallExperiment.Write(scratch, text);
        var plan = (await CommandLine.RunAsync("bench", experiment, "-o", scratch.Path("out"), "--dry-run", "--json", "--part", "1/2", "--parallel", "1")).ShouldSucceed().Json;
        Assert.Equal((2, 2 * SmallExperiment.Points), (plan.GetProperty("cases").GetInt32(), plan.GetProperty("missing").GetInt32()));
        Assert.Equal([8, 4, 4], plan.GetProperty("methods").EnumerateArray().Select(m => m.GetProperty("points").GetInt32()));
        Assert.InRange(plan.GetProperty("seconds").GetDouble(), 1e-6, 1000);
        var words = (await CommandLine.RunAsync("bench", experiment, "-o", scratch.Path("out"), "--dry-run", "--parallel", "1")).ShouldSucceed().Out;
        Assert.Contains("32 of 32 points of 4 cases are missing", words, StringComparison.Ordinal);
        Assert.Equal(["experiment.json"], Folders.Entries(scratch.Folder));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_method_whose_program_is_missing_is_left_out_only_where_it_is_optional(bool optional)
    {
        using var scratch = new Scratch();
        var method = "{ \"name\": \"HM\", \"codec\": \"hm\", \"grid\": [32]" + (optional ? ", \"optional\": true }" : " }");
        var text = SmallExperiment.Text.Replace("{ \"name\": \"JPEG 2000\", \"codec\": \"jpeg-2000\", \"grid\": [0.5, 1] }", method, StringComparison.Ordinal);
        var environment = new Dictionary<string, string> { ["DIAGCODEC_HM"] = scratch.Path("none") };
        var result = await CliProcess.RunAsync(environment, "bench", SmallExperiment.Write(scratch, text), "-o", scratch.Path("out"), "--dry-run", "--json");
        if (optional)
        {
            Assert.Equal(["x265", "ROI"], result.ShouldSucceed().Json.GetProperty("methods").EnumerateArray().Select(m => m.GetProperty("method").GetString()));
            Assert.StartsWith("note: method HM is left out: ", Assert.Single(result.Notes), StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains("method HM: ", result.ShouldFailWith(3), StringComparison.Ordinal);
        }
    }

    private static void ShouldHaveNoResult(Scratch scratch) =>
        Assert.DoesNotContain(Folders.Entries(scratch.Folder), e => e.EndsWith("bench.json", StringComparison.Ordinal) || e.Contains("partial", StringComparison.Ordinal));
}
