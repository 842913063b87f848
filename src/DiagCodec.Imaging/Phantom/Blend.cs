using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>Shapes joined into one, the seams rounded over <paramref name="round"/> mm.</summary>
internal sealed class Blend(IReadOnlyList<Shape> shapes, double round) : Shape
{
    public override (Vector3 Low, Vector3 High) Bounds { get; } = (
        new(shapes.Min(s => s.Bounds.Low.X), shapes.Min(s => s.Bounds.Low.Y), shapes.Min(s => s.Bounds.Low.Z)),
        new(shapes.Max(s => s.Bounds.High.X), shapes.Max(s => s.Bounds.High.Y), shapes.Max(s => s.Bounds.High.Z)));

    public override double Distance(Vector3 p)
    {
        var joined = shapes[0].Distance(p);
        for (var i = 1; i < shapes.Count; i++)
        {
            var other = shapes[i].Distance(p);
            var overlap = Math.Max(round - Math.Abs(joined - other), 0) / round;
            joined = Math.Min(joined, other) - (overlap * overlap * round / 4);
        }

        return joined;
    }

    /// <summary>The outward direction.</summary>
    public Vector3 Normal(Vector3 p)
    {
        const double Step = 0.05;
        var gradient = new Vector3(
            Distance(p + new Vector3(Step, 0, 0)) - Distance(p - new Vector3(Step, 0, 0)),
            Distance(p + new Vector3(0, Step, 0)) - Distance(p - new Vector3(0, Step, 0)),
            Distance(p + new Vector3(0, 0, Step)) - Distance(p - new Vector3(0, 0, Step)));
        return gradient.Length > 0 ? gradient.Normalised() : new(0, 0, 1);
    }
}
