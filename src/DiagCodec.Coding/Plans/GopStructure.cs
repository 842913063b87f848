using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Plans;

/// <summary>Which QP every frame gets from the base QP. All structures are one I frame followed by P frames in display order.</summary>
public sealed class GopStructure
{
    private const int LargestQp = 51;

    private const int PredictedStep = 3;

    private static readonly int[] LowDelayOffsets = [5, 4, 5, 4, 5, 4, 5, 1];

    private readonly Func<int, int, int> _frameQp;

    private GopStructure(string name, string description, Func<int, int, int> frameQp)
    {
        (Name, Description) = (name, description);
        _frameQp = frameQp;
    }

    /// <summary>Every frame at the base QP.</summary>
    public static GopStructure Flat { get; } = new("flat", "every frame at the base QP", (baseQp, _) => baseQp);

    /// <summary>The first frame at the base QP, all others at base + 3: fewest bits at equal error on CT (docs/presets.md).</summary>
    public static GopStructure Step { get; } = new("step", "first frame at the base QP, the others 3 more", (baseQp, frame) => frame == 0 ? baseQp : baseQp + PredictedStep);

    /// <summary>
    /// HM's low-delay P, GOP 8: I frame at base - 1, then a loop of eight with offsets 5 4 5 4 5 4 5 1; all but the eighth (the key
    /// frame) add floor(clip(0, 3, 0.2590 q - 6)).
    /// </summary>
    public static GopStructure LowDelay8 { get; } = new("ldp8", "HM's low-delay P pyramid of 8", LowDelayQp);

    public static IReadOnlyList<GopStructure> All { get; } = [Step, Flat, LowDelay8];

    /// <summary>The word for it on the command line and in manifests.</summary>
    public string Name { get; }

    /// <summary>What it does, in a few words for help and reports.</summary>
    public string Description { get; }

    /// <exception cref="UsageException">There is no structure of that name.</exception>
    public static GopStructure Named(string name) =>
        All.FirstOrDefault(g => g.Name == name)
        ?? throw new UsageException($"--gop {name}: expected {string.Join(" or ", All.Select(g => g.Name))}");

    /// <param name="baseQp">0 to 51.</param>
    /// <param name="frame">Index in coding order, from 0.</param>
    /// <returns>The frame's QP, 0 to 51.</returns>
    public int FrameQp(int baseQp, int frame) => Math.Clamp(_frameQp(baseQp, frame), 0, LargestQp);

    private static int LowDelayQp(int baseQp, int frame)
    {
        if (frame == 0)
        {
            return baseQp - 1;
        }

        var entry = (frame - 1) % LowDelayOffsets.Length;
        var qp = baseQp + LowDelayOffsets[entry];
        var isKey = entry == LowDelayOffsets.Length - 1;
        return isKey ? qp : qp + (int)Math.Floor(Math.Clamp((0.2590 * qp) - 6.5 + 0.5, 0, 3));
    }
}
