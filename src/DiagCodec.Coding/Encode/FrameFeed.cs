using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Processes;

namespace DiagCodec.Coding.Encode;

/// <summary>Gives frames to a program's standard input.</summary>
public static class FrameFeed
{
    /// <summary>Writes all frames, then ends the input.</summary>
    /// <param name="process">That reads them.</param>
    /// <param name="frames">Not for several threads at once.</param>
    /// <param name="cancellation">Ends between frames.</param>
    /// <returns>False where the program stopped reading, whose own words then say why.</returns>
    public static async Task<bool> WriteAsync(ToolProcess process, FrameSequence frames, CancellationToken cancellation)
    {
        var frame = new byte[frames.Format.FrameBytes];
        try
        {
            await using var input = process.Input;
            for (var i = 0; i < frames.Count; i++)
            {
                frames.Write(i, frame);
                await input.WriteAsync(frame, cancellation);
            }

            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
