using System.CommandLine;
using DiagCodec.Cli;
using DiagCodec.Cli.Commands;
using DiagCodec.Cli.Output;

var console = CliConsole.OfThisProcess();
var root = DiagCodecCommand.Create(console);
var parsed = root.Parse(args);
var configuration = new InvocationConfiguration
{
    Output = console.Out,
    Error = console.Error,
    EnableDefaultExceptionHandler = false,

    // Long enough for the temporary files of a cancelled job to be removed.
    ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
};
try
{
    return await parsed.InvokeAsync(configuration);
}
catch (Exception fault)
{
    return FaultReport.Print(fault, console, parsed.GetValue(CommonOptions.Verbose));
}
