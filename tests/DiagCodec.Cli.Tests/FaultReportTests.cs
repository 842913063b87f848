using DiagCodec.Cli.Output;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Cli.Tests;

/// <summary>Every kind of fault has its exit code and one printable line.</summary>
public sealed class FaultReportTests
{
    public static TheoryData<Exception, int> Faults => new()
    {
        { new UsageException("a"), 1 },
        { new InvalidInputException("a"), 2 },
        { new ToolException("a"), 3 },
        { new OutputException("a"), 4 },
        { new VerificationException("a"), 5 },
        { new OperationCanceledException("a"), 130 },
        { new TaskCanceledException("a"), 130 },
        { new InvalidOperationException("a"), 70 },
        { new IOException("a"), 70 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Each_fault_has_its_exit_code_and_one_line(Exception fault, int code)
    {
        using var error = new StringWriter();
        Assert.Equal(code, FaultReport.Print(fault, new CliConsole(TextWriter.Null, error, TimeProvider.System, false), verbose: false));
        Assert.StartsWith("diagcodec: ", Assert.Single(error.ToString().TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void Control_characters_of_a_file_name_do_not_reach_the_terminal()
    {
        using var error = new StringWriter();
        FaultReport.Print(new InvalidInputException("\u001b[2Ja\nb"), new CliConsole(TextWriter.Null, error, TimeProvider.System, false), verbose: false);
        Assert.Equal("diagcodec: ?[2Ja?b\n", error.ToString());
    }
}
