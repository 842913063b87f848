namespace DiagCodec.Cli.Output;

/// <summary>Where results and talk go, and what time it is; tests hand in their own.</summary>
/// <param name="Out">Results only.</param>
/// <param name="Error">Progress, findings, faults.</param>
/// <param name="Clock">For time left.</param>
/// <param name="ErrorIsTerminal">Whether a line may be rewritten in place.</param>
internal sealed record CliConsole(TextWriter Out, TextWriter Error, TimeProvider Clock, bool ErrorIsTerminal)
{
    public static CliConsole OfThisProcess() => new(
        Console.Out,
        Console.Error,
        TimeProvider.System,
        !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb"));
}
