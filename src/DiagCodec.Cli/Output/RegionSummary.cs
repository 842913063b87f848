using DiagCodec.Evaluation.Regions;

namespace DiagCodec.Cli.Output;

/// <summary>What <c>encode --json</c> says of the inside and outside of the mask; bits are left out where nothing measured them.</summary>
internal sealed record RegionSummary(
    long VoxelsInside, long VoxelsOutside, double? PsnrInside, double? PsnrOutside, double? BitsInside, double? BitsOutside, double? BitsOther)
{
    public static RegionSummary? Of(RegionFigures? f) => f is null
        ? null
        : new(f.Inside.Voxels, f.Outside.Voxels, f.PsnrInside, f.PsnrOutside, f.Inside.Bits, f.Outside.Bits, f.OtherBits);
}
