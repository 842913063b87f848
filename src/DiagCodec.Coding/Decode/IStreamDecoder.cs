using DiagCodec.Coding.Archive;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Decode;

/// <summary>Decodes the stream of an archive, HEVC's or a learned codec's.</summary>
public interface IStreamDecoder
{
    /// <param name="stream">Read to its end.</param>
    /// <param name="video">What the manifest says of it.</param>
    /// <param name="onFrame">Called with every frame in order; the memory is reused after the call.</param>
    /// <param name="cancellation">Ends the decoding.</param>
    /// <exception cref="VerificationException">The stream does not decode to what the manifest says of it.</exception>
    /// <exception cref="InvalidInputException">The stream is one of another decoder, or needs a model that is not here.</exception>
    /// <exception cref="ToolException">A program or library is missing or failed.</exception>
    Task<StreamProof> DecodeAsync(Stream stream, VideoSection video, Action<int, ReadOnlyMemory<byte>> onFrame, CancellationToken cancellation);
}
