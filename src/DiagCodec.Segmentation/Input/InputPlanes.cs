using System.Collections.Immutable;

namespace DiagCodec.Segmentation.Input;

/// <summary>
/// A volume as a network sees it: every slice on the task's pixel grid, values 0 to 1 held as 0 to 65535, which is finer than the
/// samples they come from and half the size of floats.
/// </summary>
/// <param name="Columns">Width on the network's grid.</param>
/// <param name="Rows">Height on the network's grid.</param>
/// <param name="SliceStep">Slices from one channel to the next, 1 or more.</param>
/// <param name="Slices">Columns * Rows values a slice, row by row.</param>
public sealed record InputPlanes(int Columns, int Rows, int SliceStep, ImmutableArray<ushort[]> Slices)
{
    public const float Scale = 65535;

    /// <summary>The slice that is channel <paramref name="channel"/> of <paramref name="channels"/> round slice <paramref name="slice"/>; the ends are repeated.</summary>
    public ushort[] Channel(int slice, int channel, int channels) =>
        Slices[Math.Clamp(slice + ((channel - (channels / 2)) * SliceStep), 0, Slices.Length - 1)];

    public InputPlanes Clip(int first, int count) => this with { Slices = Slices.Slice(first, count) };
}
