using DiagCodec.Imaging.Faults;

namespace DiagCodec.Imaging.Videos;

/// <summary>What a made video shall be like. Equal options give equal videos on every machine; another size shows the same scene.</summary>
public sealed record VideoOptions
{
    /// <summary>Decides scene, camera, objects and noise.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>1 to 1000. Default 33.</summary>
    public int Frames { get; init; } = 33;

    /// <summary>Width in pixels, 64 to 2048. Default 448.</summary>
    public int Columns { get; init; } = 448;

    /// <summary>Height in pixels, 64 to 2048. Default 256.</summary>
    public int Rows { get; init; } = 256;

    /// <exception cref="UsageException">One or more values are out of range; all are named.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        Check(faults, "frames", Frames, 1, 1000);
        Check(faults, "width", Columns, 64, 2048);
        Check(faults, "height", Rows, 64, 2048);
        if (faults.Count > 0)
        {
            throw new UsageException($"video: {string.Join("; ", faults)}");
        }
    }

    private static void Check(List<string> faults, string name, int value, int low, int high)
    {
        if (value < low || value > high)
        {
            faults.Add(FormattableString.Invariant($"{name} is {value}, expected {low} to {high}"));
        }
    }
}
