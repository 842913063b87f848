using DiagCodec.Imaging.Faults;

namespace DiagCodec.Imaging.Phantom;

/// <summary>What a synthetic patient's scan shall be like. Equal options give equal scans on every machine.</summary>
public sealed record PhantomOptions
{
    /// <summary>Decides anatomy and noise.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>1 to 1000, centred on the heart. Default 80.</summary>
    public int Slices { get; init; } = 80;

    /// <summary>Columns and rows, 32 to 2048. Default 512.</summary>
    public int Size { get; init; } = 512;

    /// <summary>Width and height of the picture in mm, 100 to 500. Default 370.</summary>
    public double FieldOfView { get; init; } = 370;

    /// <summary>mm from slice to slice, 0.1 to 10. Default 1.</summary>
    public double SliceSpacing { get; init; } = 1;

    /// <summary>Standard deviation of the scanner's noise in HU, 0 to 100. Default 16.</summary>
    public double Noise { get; init; } = 16;

    public double PixelSpacing => FieldOfView / Size;

    /// <exception cref="UsageException">One or more values are out of range; all are named.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        Check(faults, "slices", Slices, 1, 1000);
        Check(faults, "size", Size, 32, 2048);
        Check(faults, "field of view", FieldOfView, 100, 500);
        Check(faults, "slice spacing", SliceSpacing, 0.1, 10);
        Check(faults, "noise", Noise, 0, 100);
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
