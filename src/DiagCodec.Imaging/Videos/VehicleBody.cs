using DiagCodec.Imaging.Phantom;

namespace DiagCodec.Imaging.Videos;

/// <summary>A car, a van or a truck: hull, cabin with windows, and wheels whose spokes turn.</summary>
internal sealed class VehicleBody(PhantomRandom random) : IBody
{
    private const double WheelBase = 0.29;

    private readonly double _hull = random.Range(0.11, 0.16);
    private readonly double _roof = random.Range(0.14, 0.28);
    private readonly double _cabin = random.Range(0.1, 0.3);
    private readonly double _wheel = random.Range(0.085, 0.12);
    private readonly double _pane = random.Range(-70, -35);

    public bool IsOnGround => true;

    public Limb[] At(double phase)
    {
        var sway = 0.008 * Unit.Wave(3 * phase);
        var (top, axle) = (sway - _roof, _hull);
        return
        [
            new(-0.36, sway, 0.37, sway + 0.02, _hull, 0.85 * _hull, 0, 1),
            new(-_cabin, top, 0.14, top, 0.13, 0.11, 5, 1),
            new(-_cabin + 0.01, top, 0.0, top, 0.075, 0.075, _pane, 0),
            new(0.12, top + 0.01, 0.17, top + 0.02, 0.06, 0.05, _pane, 0),
            .. Wheel(-WheelBase, axle, phase),
            .. Wheel(WheelBase, axle, phase),
        ];
    }

    private Limb[] Wheel(double x, double y, double phase)
    {
        var (u, v) = (0.6 * _wheel * Unit.Wave(phase + 0.25), 0.6 * _wheel * Unit.Wave(phase));
        return
        [
            new(x, y, x, y, _wheel, _wheel, -75, 0),
            new(x - u, y - v, x + u, y + v, 0.22 * _wheel, 0.22 * _wheel, 30, 0),
            new(x + v, y - u, x - v, y + u, 0.22 * _wheel, 0.22 * _wheel, 30, 0),
        ];
    }
}
