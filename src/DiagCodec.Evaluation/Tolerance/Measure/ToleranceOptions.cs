using System.Collections.Immutable;
using DiagCodec.Coding.Plans;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Tolerance.Measure;

/// <summary>What is measured.</summary>
public sealed record ToleranceOptions
{
    private const int LargestQp = 51;

    /// <summary>Base QPs, each 0 to 51 and once; at 12 bits no frame is coded above 49.</summary>
    public ImmutableArray<int> Qps { get; init; } = [12, 17, 22, 25, 27, 30, 32, 35, 37, 40, 42, 45, 47, 49];

    public EncoderPreset Preset { get; init; } = EncoderPreset.Balanced;

    /// <summary>Cases at a time, 1 or more. The rows do not depend on it.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <exception cref="UsageException">One or more values are out of range; all are named.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        if (Qps.IsDefaultOrEmpty || Qps.Any(q => q is < 0 or > LargestQp) || Qps.Distinct().Count() != Qps.Length)
        {
            faults.Add($"QPs: expected one or more different ones, each 0 to {LargestQp}");
        }

        if (Workers < 1)
        {
            faults.Add(FormattableString.Invariant($"workers is {Workers}, expected 1 or more"));
        }

        if (faults.Count > 0)
        {
            throw new UsageException($"tolerance: {string.Join("; ", faults)}");
        }
    }
}
