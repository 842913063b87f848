using DiagCodec.Imaging.Faults;

namespace DiagCodec.Allocation.Maps;

/// <summary>What a mask is worth, in QP offsets. Offsets are added to the frame QPs; the result is clipped to what is coded.</summary>
public sealed record MaskMapOptions
{
    public const int LargestOffset = 51;

    public const int LargestMargin = 64;

    /// <summary>Shaped maps: a block full of mask gets this much less QP. 0 to 51, default 6.</summary>
    public int Strength { get; init; } = 6;

    /// <summary>Shaped maps: a block without mask gets this much more QP. 0 to 51, default 6.</summary>
    public int Range { get; init; } = 6;

    /// <summary>ROI map: offset of blocks without mask. -51 to 51, default 6.</summary>
    public int RoiBackground { get; init; } = 6;

    /// <summary>ROI map: offset of blocks that hold mask. -51 to 51 and at most <see cref="RoiBackground"/>, default 0.</summary>
    public int RoiForeground { get; init; }

    /// <summary>ROI map: so many blocks round a block that holds mask count as such, corners included. 0 to 64, default 0.</summary>
    public int RoiMargin { get; init; }

    /// <exception cref="UsageException">One or more values are out of range; all are named.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        Check(faults, "--map-strength", Strength, 0, LargestOffset);
        Check(faults, "--map-range", Range, 0, LargestOffset);
        Check(faults, "--roi-background", RoiBackground, -LargestOffset, LargestOffset);
        Check(faults, "--roi-foreground", RoiForeground, -LargestOffset, LargestOffset);
        Check(faults, "--roi-margin", RoiMargin, 0, LargestMargin);
        if (RoiForeground > RoiBackground)
        {
            faults.Add($"--roi-foreground {RoiForeground} is above --roi-background {RoiBackground}, which would take bits from the mask");
        }

        if (faults.Count > 0)
        {
            throw new UsageException(string.Join("; ", faults));
        }
    }

    private static void Check(List<string> faults, string option, int value, int low, int high)
    {
        if (value < low || value > high)
        {
            faults.Add($"{option} {value}: expected {low} to {high}");
        }
    }
}
