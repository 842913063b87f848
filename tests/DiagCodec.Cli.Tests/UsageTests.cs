using DiagCodec.Cli.Tests.Support;

namespace DiagCodec.Cli.Tests;

/// <summary>Arguments that make no sense: exit code 1, nothing on standard output, one line for each fault and one with the way on.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("--bogus", "encode", "in", "-o", "out", "--bogus")]
    [InlineData("--output", "encode", "in")]
    [InlineData("argument", "encode", "-o", "out")]
    [InlineData("0 to 51", "encode", "in", "-o", "out", "--qp", "52")]
    [InlineData("0 to 51", "encode", "in", "-o", "out", "--qp", "-1")]
    [InlineData("0 to 51", "encode", "in", "-o", "out", "--qp", "3,5")]
    [InlineData("0 to 51", "encode", "in", "-o", "out", "--qp", "1e1")]
    [InlineData("width above 0", "encode", "in", "-o", "out", "--window", "1/0")]
    [InlineData("width above 0", "encode", "in", "-o", "out", "--window", "300")]
    [InlineData("width above 0", "encode", "in", "-o", "out", "--window", "a/b")]
    [InlineData("width above 0", "encode", "in", "-o", "out", "--window", "NaN/1")]
    [InlineData("width above 0", "encode", "in", "-o", "out", "--window", "1/Infinity")]
    [InlineData("width above 0", "encode", "in", "-o", "out", "--window", "1,5/3")]
    [InlineData("--bit-depth", "encode", "in", "-o", "out", "--bit-depth", "9")]
    [InlineData("--bit-depth", "encode", "in", "-o", "out", "--bit-depth", "012")]
    [InlineData("64", "encode", "in", "-o", "out", "--block", "48")]
    [InlineData("--block", "encode", "in", "-o", "out", "--block", "")]
    [InlineData("ldp8", "encode", "in", "-o", "out", "--gop", "ra")]
    [InlineData("--preset", "encode", "in", "-o", "out", "--preset", "ultra")]
    [InlineData("--preset", "encode", "in", "-o", "out", "--preset", "1")]
    [InlineData("420", "encode", "in", "-o", "out", "--chroma", "444")]
    [InlineData("1 to 64", "encode", "in", "-o", "out", "--threads", "0")]
    [InlineData("--threads", "encode", "in", "-o", "out", "--threads", "many")]
    [InlineData("2 to 200", "encode", "in", "-o", "out", "--task", "x", "--search", "1")]
    [InlineData("--tradeoff", "encode", "in", "-o", "out", "--policy", "x", "--tradeoff", "much")]
    [InlineData("--min-dice", "encode", "in", "-o", "out", "--task", "x", "--search", "9", "--min-dice", "high")]
    [InlineData("--format", "decode", "in", "-o", "out", "--format", "tiff")]
    [InlineData("--format", "decode", "in", "-o", "out", "--format", "3")]
    [InlineData("--task", "segment", "in", "-o", "out.nii.gz")]
    [InlineData("--output", "segment", "in", "--task", "x")]
    [InlineData("1 to 1024", "segment", "in", "--task", "x", "-o", "out.nii.gz", "--threads", "0")]
    [InlineData("--device", "segment", "in", "--task", "x", "-o", "out.nii.gz", "--device", "tpu")]
    [InlineData("phantom", "phantom")]
    [InlineData("--output", "videos")]
    [InlineData("WIDTHxHEIGHT", "videos", "-o", "out", "--size", "448")]
    [InlineData("WIDTHxHEIGHT", "videos", "-o", "out", "--size", "-448x256")]
    [InlineData("1 to 9999", "videos", "-o", "out", "--videos", "0")]
    [InlineData("1 to 1000", "videos", "-o", "out", "--frames", "1001")]
    [InlineData("keep", "decode", "in", "-o", "out", "--uid", "random")]
    [InlineData("jpeg-ls", "decode", "in", "-o", "out", "--transfer-syntax", "rle")]
    [InlineData("more", "info", "in", "more")]
    [InlineData("argument", "report", "-o", "out.html")]
    [InlineData("--output", "report", "in")]
    [InlineData("--format", "report", "in", "-o", "out", "--format", "pdf")]
    [InlineData("--table", "report", "in", "-o", "out.csv", "--table", "all")]
    [InlineData("bogus", "bogus")]
    public async Task Unusable_arguments_end_with_1_and_a_line_that_says_why(string word, params string[] arguments)
    {
        var run = await Run.OfAsync(arguments);
        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        var lines = run.Error.Trim().Split('\n');
        Assert.All(lines[..^1], line => Assert.StartsWith("diagcodec: ", line, StringComparison.Ordinal));
        Assert.Contains(word, run.Error, StringComparison.Ordinal);
        Assert.Contains("--help", lines[^1], StringComparison.Ordinal);
    }

    /// <summary>Found out only when the command runs.</summary>
    [Theory]
    [InlineData(".html, .md or .csv", "report", "in", "-o", "out.pdf")]
    [InlineData("width is 63, expected 64 to 2048; height is 4096", "videos", "-o", "out", "--size", "63x4096")]
    [InlineData("--table main", "report", "in", "-o", "out.md", "--table", "main")]
    [InlineData("--policy and --allocator, --qp, --gop, --block: both", "encode", "in", "-o", "out", "--policy", "p", "--task", "x", "--allocator", "uniform", "--qp", "32", "--gop", "step", "--block", "64")]
    [InlineData("--policy and --qp-map: both", "encode", "in", "-o", "out", "--policy", "p", "--qp-map", "m.csv")]
    [InlineData("--policy and a target size", "encode", "in", "-o", "out", "--policy", "p", "--bitrate", "900")]
    [InlineData("--search and --qp: both", "encode", "in", "-o", "out", "--search", "9", "--task", "x", "--qp", "30")]
    [InlineData("--search: needs --task NAME", "encode", "in", "-o", "out", "--search", "9")]
    [InlineData("--search and --mask", "encode", "in", "-o", "out", "--search", "9", "--mask", "m.nii")]
    [InlineData("--min-dice: needs --search", "encode", "in", "-o", "out", "--min-dice", "0.9")]
    [InlineData("above 0 and at most 1", "encode", "in", "-o", "out", "--search", "9", "--task", "x", "--min-dice", "0")]
    [InlineData("above 0 and at most 1", "encode", "in", "-o", "out", "--search", "9", "--task", "x", "--min-dice", "NaN")]
    [InlineData("--tradeoff: needs --policy", "encode", "in", "-o", "out", "--tradeoff", "4")]
    [InlineData("--tradeoff: needs --policy", "encode", "in", "-o", "out", "--tradeoff", "4", "--task", "x", "--qp", "30")]
    [InlineData("--tradeoff 101: expected 0 to 100", "encode", "in", "-o", "out", "--policy", "p", "--tradeoff", "101")]
    public async Task Options_that_do_not_go_together_end_with_1_and_one_line(string word, params string[] arguments)
    {
        var run = await Run.OfAsync(arguments);
        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("diagcodec: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(word, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', run.Error.Trim());
    }

    [Fact]
    public async Task No_command_at_all_is_a_usage_fault()
    {
        var run = await Run.OfAsync();
        Assert.Equal((1, ""), (run.ExitCode, run.Out));
    }
}
