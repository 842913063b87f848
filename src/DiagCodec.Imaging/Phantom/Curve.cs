using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>Smooth lines through given points.</summary>
internal static class Curve
{
    /// <summary>Catmull-Rom with a point about every <paramref name="step"/> mm; radii go along.</summary>
    public static List<TubePoint> Through(IReadOnlyList<TubePoint> points, double step)
    {
        var line = new List<TubePoint>();
        for (var i = 0; i + 1 < points.Count; i++)
        {
            var (before, after) = (points[Math.Max(i - 1, 0)].Centre, points[Math.Min(i + 2, points.Count - 1)].Centre);
            var (from, to) = (points[i], points[i + 1]);
            var count = Math.Max(2, (int)((to.Centre - from.Centre).Length / step));
            for (var k = 0; k < count; k++)
            {
                var t = k / (double)count;
                line.Add(new(Between(before, from.Centre, to.Centre, after, t), from.Radius + (t * (to.Radius - from.Radius))));
            }
        }

        line.Add(points[^1]);
        return line;
    }

    private static Vector3 Between(Vector3 a, Vector3 b, Vector3 c, Vector3 d, double t)
    {
        var (t2, t3) = (t * t, t * t * t);
        return ((0.5 * ((2 * t2) - t3 - t)) * a) + ((0.5 * ((3 * t3) - (5 * t2) + 2)) * b)
            + ((0.5 * ((4 * t2) - (3 * t3) + t)) * c) + ((0.5 * (t3 - t2)) * d);
    }
}
