namespace DiagCodec.Allocation.RateControl;

/// <summary>Whose bytes a target means.</summary>
public enum RateCounts
{
    /// <summary>The whole archive: what a disk or a line has to take.</summary>
    Archive,

    /// <summary>The HEVC stream alone: what an encoder's own rate control counts.</summary>
    Video,
}
