using System.Collections.Immutable;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Nifti;

/// <summary>
/// Voxel (i, j, k) lies at Origin + i * I + j * J + k * K, in mm. The numbers are already in DICOM's axes (x left, y back, z head);
/// a NIfTI file counts x to the right and y to the front, so <see cref="FromRas"/> and <see cref="ToRas"/> turn the sign of both.
/// </summary>
internal readonly record struct NiftiAffine(Vector3 I, Vector3 J, Vector3 K, Vector3 Origin)
{
    public double Determinant => I.Cross(J).Dot(K);

    /// <summary>Each axis has a length, and they span a space: a voxel that is not flat beyond what float32 can tell.</summary>
    public bool IsUsable
    {
        get
        {
            var lengths = I.Length * J.Length * K.Length;
            return double.IsFinite(lengths) && double.IsFinite(Origin.Length) && lengths > 0 && Math.Abs(Determinant) > 1e-4 * lengths;
        }
    }

    public static NiftiAffine FromRas(Vector3 i, Vector3 j, Vector3 k, Vector3 origin) => new(Turn(i), Turn(j), Turn(k), Turn(origin));

    public NiftiAffine ToRas() => FromRas(I, J, K, Origin);

    public NiftiAffine Scaled(double factor) => new(factor * I, factor * J, factor * K, factor * Origin);

    public Vector3 At(double i, double j, double k) => Origin + (i * I) + (j * J) + (k * K);

    public Geometry ToGeometry(int slices)
    {
        var positions = ImmutableArray.CreateBuilder<Vector3>(slices);
        for (var k = 0; k < slices; k++)
        {
            positions.Add(At(0, 0, k));
        }

        return new Geometry(I.Normalised(), J.Normalised(), I.Length, J.Length, positions.MoveToImmutable());
    }

    private static Vector3 Turn(Vector3 v) => new(-v.X, -v.Y, v.Z);
}
