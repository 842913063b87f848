using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>A vessel or airway: round, along a polyline, its radius changing from point to point.</summary>
internal sealed class Tube : Shape
{
    private readonly List<(TubePoint From, TubePoint To)> _pieces;

    public Tube(IReadOnlyList<TubePoint> points)
        : this([.. points.Zip(points.Skip(1))])
    {
    }

    private Tube(List<(TubePoint From, TubePoint To)> pieces)
    {
        _pieces = pieces;
        var (low, high) = (Box(pieces[0]).Low, Box(pieces[0]).High);
        foreach (var piece in pieces)
        {
            var box = Box(piece);
            low = new(Math.Min(low.X, box.Low.X), Math.Min(low.Y, box.Low.Y), Math.Min(low.Z, box.Low.Z));
            high = new(Math.Max(high.X, box.High.X), Math.Max(high.Y, box.High.Y), Math.Max(high.Z, box.High.Z));
        }

        Bounds = (low, high);
    }

    public override (Vector3 Low, Vector3 High) Bounds { get; }

    public override double Distance(Vector3 p)
    {
        var least = double.PositiveInfinity;
        foreach (var (from, to) in _pieces)
        {
            var along = to.Centre - from.Centre;
            var t = Math.Clamp((p - from.Centre).Dot(along) / along.Dot(along), 0, 1);
            var radius = from.Radius + (t * (to.Radius - from.Radius));
            least = Math.Min(least, (p - from.Centre - (t * along)).Length - radius);
        }

        return least;
    }

    public override Shape? Near(double z, double margin)
    {
        var near = _pieces.Where(piece => z >= Box(piece).Low.Z - margin && z <= Box(piece).High.Z + margin).ToList();
        return near.Count > 0 ? new Tube(near) : null;
    }

    private static (Vector3 Low, Vector3 High) Box((TubePoint From, TubePoint To) piece)
    {
        var (a, b, r) = (piece.From.Centre, piece.To.Centre, Math.Max(piece.From.Radius, piece.To.Radius));
        return (
            new(Math.Min(a.X, b.X) - r, Math.Min(a.Y, b.Y) - r, Math.Min(a.Z, b.Z) - r),
            new(Math.Max(a.X, b.X) + r, Math.Max(a.Y, b.Y) + r, Math.Max(a.Z, b.Z) + r));
    }
}
