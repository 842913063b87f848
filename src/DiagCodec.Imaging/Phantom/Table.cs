using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>The scanner's table: a curved plate under the back.</summary>
/// <param name="top">y of its top in the middle.</param>
/// <param name="inset">Moves the surface inwards, for the core.</param>
internal sealed class Table(double top, double inset) : Shape
{
    private const double Curve = 0.0011;
    private const double HalfThickness = 7;
    private const double HalfWidth = 215;

    public override (Vector3 Low, Vector3 High) Bounds { get; } = (
        new(-HalfWidth, top - (Curve * HalfWidth * HalfWidth), double.NegativeInfinity),
        new(HalfWidth, top + (2 * HalfThickness), double.PositiveInfinity));

    public override double Distance(Vector3 p)
    {
        var middle = top + HalfThickness - (Curve * p.X * p.X);
        var slope = 2 * Curve * p.X;
        return (Math.Abs(p.Y - middle) / Math.Sqrt(1 + (slope * slope))) - HalfThickness + inset;
    }
}
