namespace DiagCodec.Imaging.Faults;

/// <summary>The output cannot be written (exit code 4).</summary>
public sealed class OutputException : DiagCodecException
{
    public OutputException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
