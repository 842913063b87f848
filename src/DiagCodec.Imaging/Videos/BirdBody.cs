using DiagCodec.Imaging.Phantom;

namespace DiagCodec.Imaging.Videos;

/// <summary>A body with a fan-like tail and two wings that beat.</summary>
internal sealed class BirdBody(PhantomRandom random) : IBody
{
    private readonly double _girth = random.Range(0.1, 0.15);
    private readonly double _span = random.Range(0.38, 0.6);
    private readonly double _chord = random.Range(0.09, 0.14);
    private readonly double _neck = random.Range(0.05, 0.2);

    public bool IsOnGround => false;

    public Limb[] At(double phase)
    {
        var (beat, late) = (Unit.Wave(phase), Unit.Wave(phase - 0.1));
        var (x, y) = (-0.06, -0.75 * _span * beat);
        return
        [
            .. Wing(0.05, y + 0.05, late, -14),
            new(-0.25, 0.01, -0.5, 0.02 + (0.05 * late), 0.05, 0.1, -5, 1),
            new(-0.2, 0, 0.2, -0.01, 0.85 * _girth, _girth, 0, 1),
            new(0.22, -0.03, 0.24 + _neck, -0.05 - (0.4 * _neck), 0.7 * _girth, 0.065, 0, 0.8),
            new(0.26 + _neck, -0.05 - (0.4 * _neck), 0.36 + _neck, -0.03 - (0.4 * _neck), 0.045, 0.015, -20, 0),
            .. Wing(x, y, late, 0),
        ];
    }

    private Limb[] Wing(double x, double y, double late, double tone) =>
    [
        new(0.03, -0.04, x, y, _chord, 0.8 * _chord, tone, 1),
        new(x, y, x - 0.12, y - (0.45 * _span * late), 0.8 * _chord, 0.3 * _chord, tone - 4, 1),
    ];
}
