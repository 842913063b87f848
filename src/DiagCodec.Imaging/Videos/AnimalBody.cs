using DiagCodec.Imaging.Phantom;

namespace DiagCodec.Imaging.Videos;

/// <summary>Four legs that walk, a neck, a head and a tail, in proportions from a boar's to a giraffe's.</summary>
internal sealed class AnimalBody(PhantomRandom random) : IBody
{
    private readonly double _girth = random.Range(0.13, 0.2);
    private readonly double _leg = random.Range(0.3, 0.5);
    private readonly double _legRadius = random.Range(0.035, 0.055);
    private readonly double _neck = random.Range(0.05, 0.36);
    private readonly double _lean = random.Range(0.1, 0.2);
    private readonly double _head = random.Range(0.07, 0.1);
    private readonly double _tail = random.Range(0.12, 0.3);
    private readonly double _stride = random.Range(0.09, 0.17);

    public bool IsOnGround => true;

    public Limb[] At(double phase)
    {
        var sway = 0.02 * Unit.Wave(2 * phase);
        var (neckX, neckY) = (0.33 + _lean, sway - 0.06 - _neck);
        return
        [
            Upper(-0.22, phase + 0.25, -14), Lower(-0.22, phase + 0.25, -14), Upper(0.25, phase + 0.75, -14), Lower(0.25, phase + 0.75, -14),
            new(-0.36, sway - 0.06, -0.4 - (0.6 * _tail), _tail + (0.08 * Unit.Wave(phase)), 0.035, 0.022, -6, 0.4),
            new(-0.31, sway, 0.29, sway - 0.02, _girth, 0.92 * _girth, 0, 1),
            new(0.3, sway - 0.06, neckX, neckY, 0.75 * _girth, 0.8 * _head, 0, 1),
            new(neckX - 0.02, neckY - 0.02, neckX - 0.04, neckY - 0.13, 0.03, 0.012, -10, 0),
            new(neckX, neckY, neckX + 0.16, neckY + 0.07, _head, 0.55 * _head, 4, 0.6),
            Upper(-0.29, phase, 0), Lower(-0.29, phase, 0), Upper(0.31, phase + 0.5, 0), Lower(0.31, phase + 0.5, 0),
        ];
    }

    private Limb Upper(double hip, double phase, double tone)
    {
        var (x, y) = Knee(hip, phase);
        return new(hip, 0.5 * _girth, x, y, 1.9 * _legRadius, 1.1 * _legRadius, tone, 1);
    }

    private Limb Lower(double hip, double phase, double tone)
    {
        var (x, y) = Knee(hip, phase);
        var lift = 0.07 * Math.Max(Unit.Wave(phase + 0.25), 0);
        return new(x, y, hip + (_stride * Unit.Wave(phase)), _girth + _leg - lift, 1.1 * _legRadius, 0.8 * _legRadius, tone - 6, 0.8);
    }

    private (double X, double Y) Knee(double hip, double phase) =>
        (hip + (0.35 * _stride * Unit.Wave(phase + 0.1)) + 0.02, (0.6 * _girth) + (0.5 * _leg));
}
