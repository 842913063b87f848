using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Nifti;

/// <summary>
/// Where a header says its voxels are. The sform is preferred when its code is above 0, because only it can hold a gantry tilt and
/// because it is what registration tools update; else the qform; else voxel sizes without an orientation.
/// </summary>
internal static class NiftiOrientation
{
    public static NiftiAffine Read(NiftiFields fields, int columns, int rows, int slices, List<SeriesFinding> findings)
    {
        var millimetres = MillimetresPerUnit(fields.Byte(NiftiLayout.XyztUnits));
        var sform = fields.Int16(NiftiLayout.SformCode) > 0 ? Sform(fields).Scaled(millimetres) : default(NiftiAffine?);
        var qform = fields.Int16(NiftiLayout.QformCode) > 0 ? Qform(fields).Scaled(millimetres) : default(NiftiAffine?);
        if (sform is { IsUsable: false })
        {
            findings.Add(new("broken-sform", "the sform's axes do not span a space; it is left out"));
            sform = null;
        }

        if (qform is { IsUsable: false })
        {
            findings.Add(new("broken-qform", "the qform holds values that are no orientation; it is left out"));
            qform = null;
        }

        if (sform is { } s && qform is { } q && Differ(s, q, columns, rows, slices))
        {
            findings.Add(new("orientation-conflict", "sform and qform put the voxels at different places; the sform is taken"));
        }

        if ((sform ?? qform) is { } known)
        {
            return known;
        }

        findings.Add(new("unknown-orientation", "the header gives no orientation; x is taken to the right, y to the front, z to the head"));
        return VoxelSizesOnly(fields).Scaled(millimetres);
    }

    private static NiftiAffine Sform(NiftiFields fields)
    {
        var (x, y, z) = (NiftiLayout.SRowX, NiftiLayout.SRowY, NiftiLayout.SRowZ);
        var columns = new Vector3[4];
        for (var i = 0; i < 4; i++)
        {
            columns[i] = new(fields.Single(x + (4 * i)), fields.Single(y + (4 * i)), fields.Single(z + (4 * i)));
        }

        return NiftiAffine.FromRas(columns[0], columns[1], columns[2], columns[3]);
    }

    private static NiftiAffine Qform(NiftiFields fields)
    {
        var at = NiftiLayout.QuaternB;
        var (x, y, z) = new NiftiQuaternion(fields.Single(at), fields.Single(at + 4), fields.Single(at + 8)).Axes();
        var offset = NiftiLayout.QOffsetX;
        var origin = new Vector3(fields.Single(offset), fields.Single(offset + 4), fields.Single(offset + 8));
        var hand = fields.Single(NiftiLayout.PixDim) < 0 ? -1 : 1;
        return NiftiAffine.FromRas(VoxelSize(fields, 1) * x, VoxelSize(fields, 2) * y, hand * VoxelSize(fields, 3) * z, origin);
    }

    private static NiftiAffine VoxelSizesOnly(NiftiFields fields) => NiftiAffine.FromRas(
        new(VoxelSize(fields, 1), 0, 0),
        new(0, VoxelSize(fields, 2), 0),
        new(0, 0, VoxelSize(fields, 3)),
        default);

    /// <summary>0 and what is not a number mean "not known", which the reference library reads as 1.</summary>
    private static double VoxelSize(NiftiFields fields, int axis)
    {
        double size = Math.Abs(fields.Single(NiftiLayout.PixDim + (4 * axis)));
        return double.IsFinite(size) && size > 0 ? size : 1;
    }

    private static double MillimetresPerUnit(byte units) => (units & 7) switch
    {
        1 => 1000,
        3 => 0.001,
        _ => 1,
    };

    private static bool Differ(NiftiAffine a, NiftiAffine b, int columns, int rows, int slices)
    {
        var tolerance = 0.1 * Math.Min(a.I.Length, Math.Min(a.J.Length, a.K.Length));
        ReadOnlySpan<(int I, int J, int K)> corners = [(0, 0, 0), (columns - 1, 0, 0), (0, rows - 1, 0), (0, 0, slices - 1)];
        foreach (var (i, j, k) in corners)
        {
            if ((a.At(i, j, k) - b.At(i, j, k)).Length > tolerance)
            {
                return true;
            }
        }

        return false;
    }
}
