using DiagCodec.Imaging.Phantom;

namespace DiagCodec.Imaging.Videos;

/// <summary>What a body looks like from close by: stripes, spots or bars over a fine grain. It moves with the body.</summary>
internal sealed class Coat
{
    private readonly SolidNoise _bend;
    private readonly SolidNoise _spots;
    private readonly FractalNoise _grain;
    private readonly Pattern _pattern;
    private readonly double _strength;
    private readonly double _period;
    private readonly double _slope;

    public Coat(int seed, PhantomRandom random)
    {
        _pattern = (Pattern)(int)random.Range(0, 2.99);
        (_strength, _period, _slope) = (random.Range(20, 40), random.Range(6, 11), random.Range(-0.5, 0.5));
        (_bend, _spots) = (new SolidNoise(seed, 16), new SolidNoise(seed + 1, 0.75 * _period));
        _grain = new FractalNoise(seed + 2, 6, 2, 0.9);
    }

    private enum Pattern
    {
        Stripes,
        Spots,
        Bars,
    }

    /// <summary>Grey levels to add.</summary>
    /// <param name="x">Units from the body's middle, forward.</param>
    /// <param name="y">Units from the body's middle, down.</param>
    public double At(double x, double y)
    {
        var pattern = _pattern switch
        {
            Pattern.Stripes => Unit.Wave(((x + (_slope * y)) / _period) + (0.5 * _bend.At(x, y, 0.5))),
            Pattern.Spots => (2 * Unit.Step(-0.1, 0.25, _spots.At(x, y, 0.5))) - 1,
            _ => Unit.Wave(((y + (0.2 * _slope * x)) / _period) + (0.25 * _bend.At(x, y, 0.5))),
        };
        return (_strength * pattern) + (6 * _grain.At(x, y));
    }
}
