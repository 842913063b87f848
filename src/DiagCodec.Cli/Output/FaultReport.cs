using System.CommandLine;
using System.CommandLine.Parsing;
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
            OperationCanceledException => "interrupted; nothing was left half-written",
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
            console.Error.WriteLine($"diagcodec: {Printable(UsageLine(error))}");
        }

        var command = parsed.CommandResult.Command is RootCommand ? "" : $" {parsed.CommandResult.Command.Name}";
        console.Error.WriteLine($"'diagcodec{command} --help' says what it takes");
        return ExitCodes.Usage;
    }

    /// <summary>On one line, and with the name of the option, which the parser's own words often lack.</summary>
    private static string UsageLine(ParseError error)
    {
        var line = string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return error.SymbolResult is OptionResult { Option.Name: var name } && !line.Contains(name, StringComparison.Ordinal) ? $"{name}: {line}" : line;
    }

    /// <summary>File names may hold line breaks and escape sequences that a terminal would obey.</summary>
    private static string Printable(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '?' : c));
}
