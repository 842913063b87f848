namespace DiagCodec.Imaging.Faults;

/// <summary>The input is broken or of a kind that is not supported (exit code 2). The message names the file, what is wrong and what to do.</summary>
public sealed class InvalidInputException : DiagCodecException
{
    public InvalidInputException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
