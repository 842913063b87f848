using DiagCodec.Cli;
using DiagCodec.Cli.Output;

return await CliProgram.RunAsync(args, CliConsole.OfThisProcess());
