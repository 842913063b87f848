namespace DiagCodec.Imaging.Faults;

/// <summary>A program or library that diagcodec needs is missing or failed (exit code 3).</summary>
public sealed class ToolException : DiagCodecException
{
    public ToolException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
