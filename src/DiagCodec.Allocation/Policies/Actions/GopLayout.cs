namespace DiagCodec.Allocation.Policies.Actions;

/// <summary>
/// Which frame belongs to which decision: an I frame, then loops of eight P frames of which the last is the key frame, as in HM's
/// low-delay P. The I frame is decided with the first loop.
/// </summary>
public static class GopLayout
{
    public const int Loop = 8;

    /// <summary>Loops of a clip, the last of which may be cut short; 1 or more.</summary>
    /// <param name="frames">1 or more.</param>
    public static int Gops(int frames) => Math.Max(1, (frames + Loop - 2) / Loop);

    /// <param name="frame">Index in coding order, from 0.</param>
    public static int GopOf(int frame) => frame == 0 ? 0 : (frame - 1) / Loop;

    /// <summary>The I frame and the last frame of every loop.</summary>
    public static bool IsKey(int frame) => frame % Loop == 0;

    /// <summary>The frame that the frame agent looks at: the loop's key frame, or the last frame where the loop is cut short.</summary>
    /// <param name="gop">From 0.</param>
    /// <param name="frames">Of the clip.</param>
    public static int FrameSeen(int gop, int frames) => Math.Min((gop + 1) * Loop, frames - 1);
}
