using DiagCodec.Metrics;

namespace DiagCodec.Evaluation.Regions;

/// <summary>Error and bits of the voxels inside or outside of a mask. Padding belongs to neither: it comes back exactly.</summary>
/// <param name="Voxels">Compared.</param>
/// <param name="Squared">Sum of squared differences of code values.</param>
/// <param name="Bits">Of coding units, each spread evenly over its pixels; null where nothing measured them.</param>
public sealed record RegionError(long Voxels, double Squared, double? Bits)
{
    /// <summary>dB against the largest code value; null without voxels or without error.</summary>
    public double? PsnrAgainst(int peak) => Voxels == 0 || Squared == 0 ? null : Psnr.Of(Squared / Voxels, peak);

    public double? BitsPerVoxel => Bits is { } bits && Voxels > 0 ? bits / Voxels : null;
}
