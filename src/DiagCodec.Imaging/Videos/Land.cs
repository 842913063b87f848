using DiagCodec.Imaging.Phantom;

namespace DiagCodec.Imaging.Videos;

/// <summary>Sky and ground without what stands on it.</summary>
internal sealed class Land
{
    private readonly SolidNoise _ridge;
    private readonly FractalNoise _ground;
    private readonly FractalNoise _clouds;
    private readonly double _sky;
    private readonly double _rough;
    private readonly double _cloudy;
    private readonly double _slant;

    public Land(int seed)
    {
        var random = new PhantomRandom(seed, 4);

        // A quarter of the scenes look down, so that the ground fills the frame.
        Horizon = random.Range(0, 1) < 0.25 ? -260 : random.Range(-85, -25);
        (Ground, _sky) = (random.Range(92, 148), random.Range(170, 220));
        (_rough, _cloudy, _slant) = (random.Range(26, 52), random.Range(6, 36), random.Range(-0.06, 0.06));
        _ridge = new SolidNoise(seed + 21, 70);
        _ground = new FractalNoise(seed + 1022, 90, 7, random.Range(0.6, 0.78));
        _clouds = new FractalNoise(seed + 2023, 120, 5, 0.55);
    }

    /// <summary>y of the mean horizon.</summary>
    public double Horizon { get; }

    /// <summary>Mean grey of the ground.</summary>
    public double Ground { get; }

    public double GreyAt(double x, double y)
    {
        var depth = y - HorizonAt(x);
        if (depth < 0)
        {
            return _sky - (0.15 * (y + 128)) + (_slant * x) + (_cloudy * _clouds.At(x, 2.5 * y));
        }

        // Far ground is seen small, and paler through the air.
        var (u, v) = (x / (1 + (depth / 110)), depth / (1 + (depth / 220)));
        var far = 1 / (1 + (depth / 25));
        return Ground + (0.35 * (_sky - Ground) * far) + (_slant * x) + (_rough * (1 - (0.5 * far)) * _ground.At(1.6 * u, 2.2 * v));
    }

    public double HorizonAt(double x) => Horizon + (9 * _ridge.At(x, 0, 0.5)) + (3 * _ridge.At(4 * x, 50, 0.5));
}
