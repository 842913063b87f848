using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>A solid in the patient's coordinates, known by the distance to its surface.</summary>
internal abstract class Shape
{
    /// <summary>Corners of a box that holds it; infinite where it has no end.</summary>
    public abstract (Vector3 Low, Vector3 High) Bounds { get; }

    /// <summary>About how many mm a point lies outside; negative inside. Exact near the surface, where it makes the partial volume.</summary>
    public abstract double Distance(Vector3 p);

    /// <summary>What of it matters within <paramref name="margin"/> mm of a slice; null when nothing does.</summary>
    public virtual Shape? Near(double z, double margin) => z >= Bounds.Low.Z - margin && z <= Bounds.High.Z + margin ? this : null;
}
