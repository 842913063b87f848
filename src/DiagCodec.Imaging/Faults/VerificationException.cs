namespace DiagCodec.Imaging.Faults;

/// <summary>What was checked is not what it should be (exit code 5).</summary>
public sealed class VerificationException : DiagCodecException
{
    public VerificationException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
