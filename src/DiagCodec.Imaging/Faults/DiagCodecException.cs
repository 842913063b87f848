namespace DiagCodec.Imaging.Faults;

/// <summary>A fault that the user can understand from one line. The command line maps each kind to its exit code.</summary>
public abstract class DiagCodecException : Exception
{
    protected DiagCodecException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
