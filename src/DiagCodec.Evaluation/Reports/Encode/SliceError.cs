namespace DiagCodec.Evaluation.Reports.Encode;

/// <summary>How far a decoded slice is from its source, padding left out because it comes back exactly.</summary>
/// <param name="Voxels">Compared, 0 or more.</param>
/// <param name="Squared">Sum of squared differences, stored units.</param>
/// <param name="Absolute">Sum of absolute differences, stored units.</param>
/// <param name="Max">Largest absolute difference, stored units.</param>
public readonly record struct SliceError(long Voxels, double Squared, long Absolute, long Max)
{
    public double RootMeanSquare => Voxels == 0 ? 0 : Math.Sqrt(Squared / Voxels);

    public double MeanAbsolute => Voxels == 0 ? 0 : (double)Absolute / Voxels;

    public static SliceError operator +(SliceError a, SliceError b) =>
        new(a.Voxels + b.Voxels, a.Squared + b.Squared, a.Absolute + b.Absolute, Math.Max(a.Max, b.Max));
}
