using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Bench.Methods;

/// <summary>A codec that gives slices back; what they are worth is what the bench's network finds in them.</summary>
public interface IImageMethod : IBenchMethod
{
    /// <summary>Reads a folder that <see cref="IBenchMethod.EncodeAsync"/> filled.</summary>
    /// <param name="folder">As it was left; not changed.</param>
    /// <param name="format">Of the frames.</param>
    /// <param name="frames">How many.</param>
    /// <param name="take">Gets every frame, in order, in planar form; the memory is used again after the call.</param>
    /// <param name="cancellation">Ends the program.</param>
    /// <returns>The command line that decoded, without paths: file names relative to the folder.</returns>
    /// <exception cref="ToolException">The program failed, or gave other frames than asked for.</exception>
    Task<string> DecodeAsync(
        string folder, FrameFormat format, int frames, Action<int, ReadOnlyMemory<byte>> take, CancellationToken cancellation);
}
