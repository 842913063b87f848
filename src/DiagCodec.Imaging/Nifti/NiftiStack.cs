using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Nifti;

/// <summary>Slice positions as one step, which is all that NIfTI can say.</summary>
internal static class NiftiStack
{
    /// <summary>Scanners write positions with few decimals; more than this share of a step is no rounding.</summary>
    private const double Tolerance = 0.01;

    /// <exception cref="UsageException">The steps from slice to slice differ.</exception>
    public static NiftiAffine Affine(Geometry geometry)
    {
        var positions = geometry.Positions;
        var first = positions[0];
        var step = positions.Length > 1
            ? (1.0 / (positions.Length - 1)) * (positions[^1] - first)
            : geometry.SliceSpacing * geometry.Normal;
        for (var z = 0; z < positions.Length; z++)
        {
            var off = (positions[z] - (first + (z * step))).Length;
            if (!(off <= Tolerance * step.Length) || step.Length == 0)
            {
                throw new UsageException(FormattableString.Invariant(
                    $"NIfTI: slice {z + 1} lies {off:0.###} mm off an even spacing of {step.Length:0.###} mm, and a NIfTI file holds even steps only; choose --format dicom"));
            }
        }

        return new(geometry.ColumnSpacing * geometry.RowDirection, geometry.RowSpacing * geometry.ColumnDirection, step, first);
    }
}
