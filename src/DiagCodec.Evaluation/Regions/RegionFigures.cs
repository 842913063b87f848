namespace DiagCodec.Evaluation.Regions;

/// <summary>What an encode spent on a mask and on the rest, and what came of it.</summary>
/// <param name="Inside">Any class but 0.</param>
/// <param name="Outside">Class 0.</param>
/// <param name="Peak">Largest code value.</param>
/// <param name="OtherBits">Of headers and ends of slices, which belong to no block; null where nothing measured bits.</param>
public sealed record RegionFigures(RegionError Inside, RegionError Outside, int Peak, double? OtherBits)
{
    public double? PsnrInside => Inside.PsnrAgainst(Peak);

    public double? PsnrOutside => Outside.PsnrAgainst(Peak);

    public double ShareInside => Inside.Voxels + Outside.Voxels == 0 ? 0 : (double)Inside.Voxels / (Inside.Voxels + Outside.Voxels);
}
