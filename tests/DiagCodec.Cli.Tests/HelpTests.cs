using DiagCodec.Cli.Tests.Support;

namespace DiagCodec.Cli.Tests;

/// <summary>Help is a result: it goes to standard output.</summary>
public sealed class HelpTests
{
    [Theory]
    [InlineData("encode")]
    [InlineData("decode")]
    [InlineData("info")]
    [InlineData("verify")]
    [InlineData("doctor")]
    [InlineData("phantom")]
    [InlineData("videos")]
    [InlineData("segment")]
    [InlineData("bench")]
    [InlineData("report")]
    public async Task Help_of_every_command_shows_an_example(string command)
    {
        var run = await Run.OfAsync(command, "--help");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains($"diagcodec {command}", run.Out.Split("Example")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_every_command_and_version_is_one_line()
    {
        var help = await Run.OfAsync("--help");
        Assert.All((string[])["encode", "decode", "info", "verify", "doctor", "phantom", "videos", "segment", "bench", "report"], c => Assert.Contains($"\n  {c} ", help.Out, StringComparison.Ordinal));
        var version = await Run.OfAsync("--version");
        Assert.Equal(0, version.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", Assert.Single(version.Out.Trim().Split('\n')));
    }
}
