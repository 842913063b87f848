namespace DiagCodec.Imaging.Faults;

/// <summary>The options contradict each other or are out of range (exit code 1).</summary>
public sealed class UsageException : DiagCodecException
{
    public UsageException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
