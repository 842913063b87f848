using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>An ellipse in every slice, without end along z; its outline can be made uneven.</summary>
/// <param name="x">Centre, mm.</param>
/// <param name="y">Centre, mm.</param>
/// <param name="radiusX">Half width, mm.</param>
/// <param name="radiusY">Half depth, mm.</param>
/// <param name="uneven">Moves the outline.</param>
/// <param name="unevenness">By at most so many mm.</param>
internal sealed class Column(double x, double y, double radiusX, double radiusY, SolidNoise? uneven = null, double unevenness = 0) : Shape
{
    public override (Vector3 Low, Vector3 High) Bounds { get; } = (
        new(x - radiusX - unevenness, y - radiusY - unevenness, double.NegativeInfinity),
        new(x + radiusX + unevenness, y + radiusY + unevenness, double.PositiveInfinity));

    public override double Distance(Vector3 p)
    {
        var (a, b) = ((p.X - x) / radiusX, (p.Y - y) / radiusY);
        var level = Math.Sqrt((a * a) + (b * b));
        var (ga, gb) = (a / radiusX, b / radiusY);
        var gradient = Math.Sqrt((ga * ga) + (gb * gb));
        var distance = gradient > 1e-9 ? level * (level - 1) / gradient : -Math.Min(radiusX, radiusY);
        return uneven is not null && Math.Abs(distance) < unevenness + 3
            ? distance + (unevenness * uneven.At(p.X, p.Y, p.Z))
            : distance;
    }
}
