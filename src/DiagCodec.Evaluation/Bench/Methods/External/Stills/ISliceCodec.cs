using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Bench.Methods.External.Stills;

/// <summary>A still picture codec: one file a slice. May be used by several threads at a time.</summary>
internal interface ISliceCodec
{
    /// <summary>Of its files, with the dot.</summary>
    string Extension { get; }

    /// <inheritdoc cref="IBenchMethod.IdentityAsync"/>
    Task<string> IdentityAsync(CancellationToken cancellation);

    /// <param name="parameter">Of the method's grid.</param>
    /// <param name="format">Of the frame.</param>
    /// <param name="file">Its name, or a pattern of names.</param>
    /// <returns>What would be typed to code a slice.</returns>
    string EncodeCommand(double parameter, FrameFormat format, string file);

    /// <inheritdoc cref="EncodeCommand"/>
    string DecodeCommand(string file);

    /// <summary>Codes a frame.</summary>
    /// <param name="parameter">Of the method's grid.</param>
    /// <param name="format">4:0:0.</param>
    /// <param name="frame">In planar form.</param>
    /// <param name="folder">For scratch, and for the file.</param>
    /// <param name="file">Name of the coded file.</param>
    /// <param name="cancellation">Ends the program.</param>
    /// <exception cref="ToolException">The program failed.</exception>
    Task EncodeAsync(double parameter, FrameFormat format, ReadOnlyMemory<byte> frame, string folder, string file, CancellationToken cancellation);

    /// <summary>Decodes a file.</summary>
    /// <param name="folder">That holds it; scratch may lie beside it.</param>
    /// <param name="file">Name of the coded file.</param>
    /// <param name="format">That it must have.</param>
    /// <param name="frame">Gets the frame in planar form.</param>
    /// <param name="cancellation">Ends the program.</param>
    /// <exception cref="ToolException">The program failed, or the file holds something else.</exception>
    Task DecodeAsync(string folder, string file, FrameFormat format, Memory<byte> frame, CancellationToken cancellation);
}
