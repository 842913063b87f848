using DiagCodec.Cli;
using DiagCodec.Cli.Output;

namespace DiagCodec.EndToEnd.Support;

/// <summary>The command line within this process: all of it but the signals.</summary>
internal static class CommandLine
{
    public static async Task<CliResult> RunAsync(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        var code = await CliProgram.RunAsync(arguments, new CliConsole(output, error, TimeProvider.System, ErrorIsTerminal: false));
        return new CliResult(code, output.ToString(), error.ToString());
    }

    /// <summary>Encodes with the fast preset, which says as much about everything but bits.</summary>
    public static async Task<CliResult> EncodeAsync(string input, string archive, params string[] more) =>
        (await RunAsync(["encode", input, "-o", archive, "--preset", "fast", .. more])).ShouldSucceed();

    public static async Task<CliResult> DecodeAsync(string archive, string output, params string[] more) =>
        (await RunAsync(["decode", archive, "-o", output, .. more])).ShouldSucceed();
}
