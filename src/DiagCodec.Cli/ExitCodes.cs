using DiagCodec.Imaging.Faults;

namespace DiagCodec.Cli;

/// <summary>What the process says to its caller; the same for every command.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Usage = 1;
    public const int Input = 2;
    public const int Environment = 3;
    public const int Output = 4;
    public const int Verification = 5;
    public const int Internal = 70;
    public const int Interrupted = 130;

    public static int Of(Exception fault) => fault switch
    {
        UsageException => Usage,
        InvalidInputException => Input,
        ToolException => Environment,
        OutputException => Output,
        VerificationException => Verification,
        OperationCanceledException => Interrupted,
        _ => Internal,
    };
}
