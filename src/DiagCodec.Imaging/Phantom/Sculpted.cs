using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>A shape with an uneven surface: trabeculae, wall thickness, fat.</summary>
/// <param name="shape">The even one.</param>
/// <param name="noise">Moves the surface in and out.</param>
/// <param name="by">By at most so many mm.</param>
internal sealed class Sculpted(Shape shape, SolidNoise noise, double by) : Shape
{
    public override (Vector3 Low, Vector3 High) Bounds { get; } = (
        shape.Bounds.Low - new Vector3(by, by, by),
        shape.Bounds.High + new Vector3(by, by, by));

    public override double Distance(Vector3 p)
    {
        var even = shape.Distance(p);
        return Math.Abs(even) < (2 * by) + 2 ? even + (by * noise.At(p.X, p.Y, p.Z)) : even;
    }

    public override Shape? Near(double z, double margin) => shape.Near(z, margin + by) is { } near ? new Sculpted(near, noise, by) : null;
}
