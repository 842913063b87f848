using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Encode;

/// <summary>An HEVC encoder that obeys a coding plan. It runs as a process of its own.</summary>
public interface IVideoEncoder
{
    /// <summary>The word for it on the command line.</summary>
    string Name { get; }

    /// <exception cref="ToolException">The encoder is missing or failed.</exception>
    /// <exception cref="OutputException">The work folder is full or not writable.</exception>
    Task<EncodedVideo> EncodeAsync(EncodeRequest request, CancellationToken cancellation);
}
