using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>A shape with its surface moved outwards, or inwards for a negative distance: walls, cortical bone.</summary>
internal sealed class Grown(Shape shape, double by) : Shape
{
    public override (Vector3 Low, Vector3 High) Bounds { get; } = (
        shape.Bounds.Low - new Vector3(by, by, by),
        shape.Bounds.High + new Vector3(by, by, by));

    public override double Distance(Vector3 p) => shape.Distance(p) - by;

    public override Shape? Near(double z, double margin) => shape.Near(z, margin + by) is { } near ? new Grown(near, by) : null;
}
