using DiagCodec.Imaging.Faults;

namespace DiagCodec.Imaging.Phantom;

/// <summary>What a synthetic patient's scan shall be like. Equal options give equal scans on every machine.</summary>
public sealed record PhantomOptions
{
    /// <summary>Decides anatomy, noise, and all that is left open below.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>1 to 1000, centred on the heart. Default 240.</summary>
    public int Slices { get; init; } = 240;

    /// <summary>Columns and rows, 32 to 2048. Default 512.</summary>
    public int Size { get; init; } = 512;

    /// <summary>Width and height of the picture in mm, 100 to 500. Default: by the seed, 165 to 225, round the heart.</summary>
    public double? FieldOfView { get; init; }

    /// <summary>mm from slice to slice, 0.1 to 10. Default 0.5.</summary>
    public double SliceSpacing { get; init; } = 0.5;

    /// <summary>Dose: standard deviation of the scanner's noise at the heart in HU, 0 to 100. Default: by the seed, 14 to 26.</summary>
    public double? Noise { get; init; }

    /// <summary>The body's size, 0.7 (slight) to 1.4 (large); 1 is average. Default: by the seed, 0.9 to 1.1.</summary>
    public double? PatientSize { get; init; }

    /// <summary>Which chambers are bright.</summary>
    public ContrastTiming Timing { get; init; }

    /// <summary>How ill the coronary arteries are.</summary>
    public CoronaryDisease Disease { get; init; }

    /// <exception cref="UsageException">One or more values are out of range; all are named.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        Check(faults, "slices", Slices, 1, 1000);
        Check(faults, "size", Size, 32, 2048);
        Check(faults, "field of view", FieldOfView ?? 200, 100, 500);
        Check(faults, "slice spacing", SliceSpacing, 0.1, 10);
        Check(faults, "noise", Noise ?? 20, 0, 100);
        Check(faults, "patient size", PatientSize ?? 1, 0.7, 1.4);
        if (faults.Count > 0)
        {
            throw new UsageException($"phantom: {string.Join("; ", faults)}");
        }
    }

    private static void Check(List<string> faults, string name, double value, double low, double high)
    {
        if (!(value >= low && value <= high))
        {
            faults.Add(FormattableString.Invariant($"{name} is {value}, expected {low} to {high}"));
        }
    }
}
