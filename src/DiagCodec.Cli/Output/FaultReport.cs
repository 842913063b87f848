using System.CommandLine;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Cli.Output;

/// <summary>Says in one line what went wrong; the stack trace only when asked for, or when the fault is ours.</summary>
internal static class FaultReport
{
    public static int Print(Exception fault, CliConsole console, bool verbose)
    {
        var code = ExitCodes.Of(fault);
        var line = fault switch
        {
            DiagCodecException => Printable(fault.Message),
            OperationCanceledException => "interrupted; nothing was written",
            _ => $"internal error: {Printable(fault.Message)} ({fault.GetType().Name}); please report it, with --verbose",
        };
        console.Error.WriteLine($"diagcodec: {line}");
        if (verbose)
        {
            console.Error.WriteLine(fault);
        }

        return code;
    }

    /// <summary>What is wrong with the arguments, on standard error; help would hide it.</summary>
    public static int PrintUsage(ParseResult parsed, CliConsole console)
    {
        foreach (var error in parsed.Errors)
        {
            // The library lists the words it takes on lines of their own.
            var words = error.Message.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            console.Error.WriteLine($"diagcodec: {Printable(string.Join(' ', words))}");
        }

        var command = parsed.CommandResult.Command is RootCommand ? "" : $" {parsed.CommandResult.Command.Name}";
        console.Error.WriteLine($"'diagcodec{command} --help' says what it takes");
        return ExitCodes.Usage;
    }

    /// <summary>File names may hold line breaks and escape sequences that a terminal would obey.</summary>
    private static string Printable(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '?' : c));
}
