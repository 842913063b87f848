using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Segmentation.Harden;

/// <summary>Neighbouring slices of a volume.</summary>
/// <param name="First">From 0.</param>
/// <param name="Count">1 or more.</param>
public readonly record struct SliceRun(int First, int Count)
{
    public static SliceRun Whole(Volume volume) => new(0, volume.Slices);

    /// <summary>
    /// A run that holds foreground where there is any: a slice with foreground is drawn, then where in the run it lies, as far as the
    /// ends of the volume allow. All of a volume that is no longer than <paramref name="longest"/>.
    /// </summary>
    /// <param name="truth">Any class but 0 is foreground.</param>
    /// <param name="longest">1 or more.</param>
    /// <param name="random">Two numbers are drawn where the volume is longer than that.</param>
    public static SliceRun Draw(LabelMap truth, int longest, Random random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 1);
        if (truth.Slices <= longest)
        {
            return new(0, truth.Slices);
        }

        var candidates = Enumerable.Range(0, truth.Slices).Where(z => truth.Slice(z).ContainsAnyExcept((byte)0)).ToArray();
        var slice = candidates.Length == 0 ? random.Next(truth.Slices) : candidates[random.Next(candidates.Length)];
        return new(Math.Clamp(slice - random.Next(longest), 0, truth.Slices - longest), longest);
    }
}
