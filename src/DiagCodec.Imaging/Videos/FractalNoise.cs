using DiagCodec.Imaging.Phantom;

namespace DiagCodec.Imaging.Videos;

/// <summary>Noise of several octaves, whose spectrum falls with the frequency as those of natural pictures do; mostly -1 to 1.</summary>
internal sealed class FractalNoise
{
    private readonly SolidNoise[] _octaves;
    private readonly double[] _shares;

    /// <param name="seed">Another field for every seed.</param>
    /// <param name="grain">Units between lattice points of the coarsest octave.</param>
    /// <param name="octaves">Each twice as fine as the one before.</param>
    /// <param name="persistence">Strength of an octave relative to the one before.</param>
    public FractalNoise(int seed, double grain, int octaves, double persistence)
    {
        (_octaves, _shares) = (new SolidNoise[octaves], new double[octaves]);
        var (share, energy) = (1.0, 0.0);
        for (var i = 0; i < octaves; i++)
        {
            _octaves[i] = new SolidNoise(seed + (31 * i), grain / (1 << i));
            _shares[i] = share;
            energy += share * share;
            share *= persistence;
        }

        for (var i = 0; i < octaves; i++)
        {
            _shares[i] *= 1.4 / Math.Sqrt(energy);
        }
    }

    public double At(double x, double y)
    {
        var sum = 0.0;
        for (var i = 0; i < _octaves.Length; i++)
        {
            // Another plane of each field, so that lattice lines of octaves do not meet.
            sum += _shares[i] * _octaves[i].At(x + (17.3 * i), y + (5.9 * i), 0.37);
        }

        return sum;
    }
}
