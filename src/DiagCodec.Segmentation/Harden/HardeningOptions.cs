using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Coding.Plans;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Segmentation.Harden;

/// <summary>Which coded images a network is hardened with.</summary>
public sealed record HardeningOptions
{
    private const int LargestQp = 51;

    /// <summary>Ways in which every case is coded, 0 or more. All of them are held in memory.</summary>
    public int Variants { get; init; } = 8;

    /// <summary>Lowest base QP, 0 to 51. Below the default hardly a network notices the coding.</summary>
    public int LowestQp { get; init; } = 22;

    /// <summary>Highest base QP, up to 51. Above the default little of a diagnosis is left.</summary>
    public int HighestQp { get; init; } = 46;

    /// <summary>Offsets of blocks without foreground, 0 to 51; one that is listed twice comes twice as often.</summary>
    public ImmutableArray<int> BackgroundOffsets { get; init; } = [0, 0, 6, 12];

    /// <summary>64, 32 or 16.</summary>
    public int BlockSize { get; init; } = CodingVariant.DefaultBlockSize;

    /// <summary>Longer series are coded in runs of so many slices that hold foreground, another run for every variant; 1 or more.</summary>
    public int ClipSlices { get; init; } = 33;

    public EncoderPreset Preset { get; init; } = EncoderPreset.Fast;

    /// <summary>Of variants and runs, 0 or more.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Encodes at a time, each on one core, 1 or more. The result does not depend on it.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Where decoded samples are kept for the next time (see <see cref="CodedVolumeCache"/>), or null.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>All that decides the coded images, in words; the number of workers and the cache do not.</summary>
    public string Hash() => string.Create(
        CultureInfo.InvariantCulture,
        $"variants {Variants}, QP {LowestQp}-{HighestQp}, background {string.Join(' ', BackgroundOffsets)}, block {BlockSize}, clip {ClipSlices}, {Preset}, seed {Seed}");

    /// <exception cref="UsageException">One or more values are out of range; all are named.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        Check(Variants >= 0, $"variants is {Variants}, expected 0 or more");
        Check(LowestQp >= 0 && HighestQp <= LargestQp && LowestQp <= HighestQp, $"base QPs are {LowestQp} to {HighestQp}, expected a range within 0 to {LargestQp}");
        Check(!BackgroundOffsets.IsDefaultOrEmpty && BackgroundOffsets.All(o => o is >= 0 and <= LargestQp), $"background offsets: expected one or more, each 0 to {LargestQp}");
        Check(QpMap.BlockSizes.Contains(BlockSize), $"block size is {BlockSize}, expected {string.Join(" or ", QpMap.BlockSizes)}");
        Check(ClipSlices >= 1, $"clip slices is {ClipSlices}, expected 1 or more");
        Check(Seed >= 0, $"seed is {Seed}, expected 0 or more");
        Check(Workers >= 1, $"workers is {Workers}, expected 1 or more");
        if (faults.Count > 0)
        {
            throw new UsageException($"hardening: {string.Join("; ", faults)}");
        }

        void Check(bool holds, FormattableString fault)
        {
            if (!holds)
            {
                faults.Add(FormattableString.Invariant(fault));
            }
        }
    }
}
