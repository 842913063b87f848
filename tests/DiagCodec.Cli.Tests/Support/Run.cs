using DiagCodec.Cli.Output;

namespace DiagCodec.Cli.Tests.Support;

/// <summary>One command within this process.</summary>
internal sealed record Run(int ExitCode, string Out, string Error)
{
    public static async Task<Run> OfAsync(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        var code = await CliProgram.RunAsync(arguments, new CliConsole(output, error, TimeProvider.System, ErrorIsTerminal: false));
        return new Run(code, output.ToString(), error.ToString());
    }
}
