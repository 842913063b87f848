using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Nifti;

/// <summary>A rotation as the qform stores it: b, c, d of a unit quaternion whose a is not negative (nifti1.h, method 2).</summary>
internal readonly record struct NiftiQuaternion(double B, double C, double D)
{
    /// <summary>The rotation's columns.</summary>
    public (Vector3 X, Vector3 Y, Vector3 Z) Axes()
    {
        var rest = 1 - ((B * B) + (C * C) + (D * D));
        var (a, b, c, d) = (0.0, B, C, D);
        if (rest < 1e-7)
        {
            // Rounded beyond a half turn: make it a half turn about the same axis.
            var length = Math.Sqrt((b * b) + (c * c) + (d * d));
            (b, c, d) = (b / length, c / length, d / length);
        }
        else
        {
            a = Math.Sqrt(rest);
        }

        return (
            new((a * a) + (b * b) - (c * c) - (d * d), 2 * ((b * c) + (a * d)), 2 * ((b * d) - (a * c))),
            new(2 * ((b * c) - (a * d)), (a * a) + (c * c) - (b * b) - (d * d), 2 * ((c * d) + (a * b))),
            new(2 * ((b * d) + (a * c)), 2 * ((c * d) - (a * b)), (a * a) + (d * d) - (c * c) - (b * b)));
    }

    /// <param name="x">First column of a proper rotation; the others likewise.</param>
    /// <param name="y">Second column.</param>
    /// <param name="z">Third column.</param>
    public static NiftiQuaternion Of(Vector3 x, Vector3 y, Vector3 z)
    {
        // The largest of 4a², 4b², 4c², 4d² is taken as the divisor, so that no precision is lost near half turns.
        var (aa, bb, cc, dd) = (1 + x.X + y.Y + z.Z, 1 + x.X - y.Y - z.Z, 1 - x.X + y.Y - z.Z, 1 - x.X - y.Y + z.Z);
        double a, b, c, d;
        if (aa >= bb && aa >= cc && aa >= dd)
        {
            (a, b, c, d) = (aa, y.Z - z.Y, z.X - x.Z, x.Y - y.X);
        }
        else if (bb >= cc && bb >= dd)
        {
            (a, b, c, d) = (y.Z - z.Y, bb, x.Y + y.X, z.X + x.Z);
        }
        else if (cc >= dd)
        {
            (a, b, c, d) = (z.X - x.Z, x.Y + y.X, cc, y.Z + z.Y);
        }
        else
        {
            (a, b, c, d) = (x.Y - y.X, z.X + x.Z, y.Z + z.Y, dd);
        }

        var k = (a < 0 ? -1 : 1) / Math.Sqrt((a * a) + (b * b) + (c * c) + (d * d));
        return new(k * b, k * c, k * d);
    }
}
