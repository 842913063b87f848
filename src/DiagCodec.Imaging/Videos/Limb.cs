namespace DiagCodec.Imaging.Videos;

/// <summary>A part of a body: a capsule whose ends may differ, in lengths of the body; x points forward, y down.</summary>
/// <param name="StartX">Of one end.</param>
/// <param name="StartY">Of one end.</param>
/// <param name="EndX">Of the other.</param>
/// <param name="EndY">Of the other.</param>
/// <param name="StartRadius">At the first end.</param>
/// <param name="EndRadius">At the other.</param>
/// <param name="Tone">Grey levels above the body's own.</param>
/// <param name="Coat">How strongly the coat's pattern shows, 0 to 1.</param>
internal readonly record struct Limb(
    double StartX, double StartY, double EndX, double EndY, double StartRadius, double EndRadius, double Tone, double Coat)
{
    /// <summary>Distance to the surface, negative inside, and height on the limb: -1 at its upper side, 1 at its lower.</summary>
    public (double Distance, double Side) At(double x, double y)
    {
        var (ax, ay) = (EndX - StartX, EndY - StartY);
        var (dx, dy) = (x - StartX, y - StartY);
        var length = (ax * ax) + (ay * ay);
        var t = length > 0 ? Math.Clamp(((dx * ax) + (dy * ay)) / length, 0, 1) : 0;
        var (px, py) = (dx - (t * ax), dy - (t * ay));
        var radius = StartRadius + (t * (EndRadius - StartRadius));
        return (Math.Sqrt((px * px) + (py * py)) - radius, py / radius);
    }
}
