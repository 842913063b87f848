using DiagCodec.Imaging.Phantom;

namespace DiagCodec.Imaging.Videos;

/// <summary>What stands before the objects and hides parts of them now and then: trunks, posts and bushes near the camera.</summary>
internal sealed class Canopy
{
    private readonly int _seed;
    private readonly double _width;

    public Canopy(int seed, double width)
    {
        (_seed, _width) = (seed, width);
        Nearness = new PhantomRandom(seed, 6).Range(1.15, 1.5);
    }

    /// <summary>How much faster it runs past than what is where the objects are.</summary>
    public double Nearness { get; }

    public Canvas Paint(double scale)
    {
        var canvas = new Canvas(2.2 * _width, 1.6 * Unit.Height, scale);
        var random = new PhantomRandom(_seed, 7);
        var (things, bottom) = ((int)random.Range(0, 5.99), canvas.Height / 2);
        for (var i = 0; i < things; i++)
        {
            var (x, grey, half) = (canvas.Width * random.Range(-0.5, 0.5), random.Range(25, 85), random.Range(2.5, 8));
            if (random.Range(0, 1) < 0.5)
            {
                var bark = new FractalNoise(_seed + (53 * i), 24, 4, 0.75);
                canvas.Paint(x - (2 * half), -bottom, x + (2 * half), bottom, (u, v) =>
                {
                    var side = (u - x - (0.3 * half * bark.At(0, v))) / half;
                    return (grey - (15 * side) + (9 * bark.At(3 * u, 0.7 * v)), Math.Clamp(0.5 + ((1 - Math.Abs(side)) * half * scale), 0, 1));
                });
            }
            else
            {
                var foot = random.Range(0.42, 0.6) * Unit.Height;
                Growth.Of(_seed + (59 * i), random, x, foot, random.Range(18, 40), 100).Paint(canvas);
            }
        }

        return canvas;
    }
}
