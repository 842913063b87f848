using System.CommandLine;
using DiagCodec.Cli.Commands;
using DiagCodec.Cli.Output;

namespace DiagCodec.Cli;

/// <summary>One run of the program: arguments in, exit code out. Everything it says goes through the console.</summary>
internal static class CliProgram
{
    public static async Task<int> RunAsync(string[] args, CliConsole console)
    {
        // A file name may begin with @: it names no file of further arguments.
        var parsed = DiagCodecCommand.Create(console).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            return FaultReport.PrintUsage(parsed, console);
        }

        using var interruption = new Interruption();
        try
        {
            var configuration = new InvocationConfiguration
            {
                Output = console.Out,
                Error = console.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(configuration, interruption.Token);
        }
        catch (Exception fault)
        {
            return FaultReport.Print(await interruption.CauseOfAsync(fault), console, parsed.GetValue(CommonOptions.Verbose));
        }
    }
}
