using DiagCodec.Cli.Output;
using DiagCodec.Cli.Tests.Support;
using DiagCodec.Coding;

namespace DiagCodec.Cli.Tests;

/// <summary>Progress as text, on a terminal and in a log, against a clock that obeys.</summary>
public sealed class ProgressLineTests
{
    [Fact]
    public void A_job_of_less_than_two_seconds_says_nothing()
    {
        Assert.Equal("", Shown(terminal: true, secondsPerSlice: 0.15));
        Assert.Equal("", Shown(terminal: false, secondsPerSlice: 0.15));
    }

    [Fact]
    public void On_a_terminal_one_line_is_rewritten_and_cleared_at_the_end() => Assert.Equal(
        "\rencoding 3 of 10 slices, 7 s left"
        + "\rencoding 4 of 10 slices, 6 s left"
        + "\rencoding 5 of 10 slices, 5 s left"
        + "\rencoding 6 of 10 slices, 4 s left"
        + "\rencoding 7 of 10 slices, 3 s left"
        + "\rencoding 8 of 10 slices, 2 s left"
        + "\rencoding 9 of 10 slices, 1 s left"
        + "\rencoding 10 of 10 slices, 0 s left"
        + "\r" + new string(' ', 34) + "\r",
        Shown(terminal: true, secondsPerSlice: 1));

    [Fact]
    public void In_a_log_a_line_comes_every_ten_seconds() => Assert.Equal(
        "encoding 3 of 10 slices, 35 s left\nencoding 5 of 10 slices, 25 s left\nencoding 7 of 10 slices, 15 s left\nencoding 9 of 10 slices, 5 s left\n",
        Shown(terminal: false, secondsPerSlice: 5));

    [Fact]
    public void Every_stage_has_its_own_time()
    {
        using var writer = new StringWriter();
        var clock = new FakeClock();
        using var line = new ProgressLine(new CliConsole(TextWriter.Null, writer, clock, ErrorIsTerminal: false));
        line.Report(new CodingProgress("reading", 1, 4));
        clock.Advance(60);
        line.Report(new CodingProgress("reading", 4, 4));
        line.Report(new CodingProgress("encoding", 1, 4));
        clock.Advance(20);
        line.Report(new CodingProgress("encoding", 2, 4));
        Assert.Equal("reading 4 of 4 slices, 0 s left\nencoding 2 of 4 slices, 40 s left\n", writer.ToString());
    }

    [Fact]
    public void Nothing_done_yet_is_no_ground_for_a_forecast()
    {
        using var writer = new StringWriter();
        var clock = new FakeClock();
        using var line = new ProgressLine(new CliConsole(TextWriter.Null, writer, clock, ErrorIsTerminal: true));
        line.Report(new CodingProgress("encoding", 0, 4));
        clock.Advance(60);
        line.Report(new CodingProgress("encoding", 0, 4));
        Assert.Equal("", writer.ToString());
    }

    private static string Shown(bool terminal, double secondsPerSlice)
    {
        using var writer = new StringWriter();
        var clock = new FakeClock();
        using (var line = new ProgressLine(new CliConsole(TextWriter.Null, writer, clock, terminal)))
        {
            for (var i = 1; i <= 10; i++)
            {
                line.Report(new CodingProgress("encoding", i, 10));
                clock.Advance(secondsPerSlice);
            }
        }

        return writer.ToString();
    }
}
