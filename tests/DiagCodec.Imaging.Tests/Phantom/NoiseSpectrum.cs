namespace DiagCodec.Imaging.Tests.Phantom;

/// <summary>Noise power over spatial frequency in places where the tissue is even.</summary>
internal sealed class NoiseSpectrum
{
    private const int Side = 32;

    private readonly double[] _power = new double[Side / 2];
    private readonly double _step;

    /// <param name="slices">The scan.</param>
    /// <param name="low">HU of the tissue, at least.</param>
    /// <param name="high">At most.</param>
    public NoiseSpectrum(HuSlices slices, double low, double high)
    {
        _step = 1 / (Side * slices.Spacing);
        var counts = new int[Side / 2];
        var places = Places(slices, low, high).OrderBy(p => p.Uneven).Take(60).ToList();
        var variance = 0.0;
        foreach (var (slice, left, top, _) in places)
        {
            var patch = Level(slices, slice, left, top);
            variance += patch.Average(v => v * v);
            for (var v = 0; v < Side; v++)
            {
                for (var u = 0; u <= Side / 2; u++)
                {
                    var (fu, fv) = (u, v > Side / 2 ? v - Side : v);
                    var ring = (int)Math.Round(Math.Sqrt((fu * fu) + (fv * fv)));
                    if (ring < Side / 2)
                    {
                        _power[ring] += Power(patch, u, v);
                        counts[ring]++;
                    }
                }
            }
        }

        PlaceCount = places.Count;
        Deviation = Math.Sqrt(variance / places.Count);
        for (var i = 0; i < _power.Length; i++)
        {
            _power[i] /= counts[i];
        }
    }

    public int PlaceCount { get; }

    public double Deviation { get; }

    /// <summary>The centre of gravity of the spectrum's top, per mm.</summary>
    public double Peak
    {
        get
        {
            var top = _power.Skip(1).Max() * 0.7;
            var rings = Enumerable.Range(1, _power.Length - 1).Where(i => _power[i] >= top).ToList();
            return _step * rings.Sum(i => i * _power[i]) / rings.Sum(i => _power[i]);
        }
    }

    /// <summary>Where the power has fallen to a share of its greatest, per mm.</summary>
    public double FallsTo(double share)
    {
        var greatest = _power.Skip(1).Max();
        var ring = _power.Length - 1;
        while (ring > 0 && _power[ring] < share * greatest)
        {
            ring--;
        }

        var next = Math.Min(ring + 1, _power.Length - 1);
        var slope = _power[ring] - _power[next];
        return _step * (ring + (slope > 0 ? (_power[ring] - (share * greatest)) / slope : 0));
    }

    /// <summary>Power of each ring, the greatest 1.</summary>
    public string Curve => string.Join(' ', _power.Skip(1).Select(p => (p / _power.Skip(1).Max()).ToString("0.00")));

    private static IEnumerable<(int Slice, int Left, int Top, double Uneven)> Places(HuSlices slices, double low, double high)
    {
        for (var z = 0; z < slices.Count; z += 2)
        {
            for (var y = 0; y + Side < slices.Rows; y += 8)
            {
                for (var x = 0; x + Side < slices.Columns; x += 8)
                {
                    var (mean, deviation) = slices.Patch(slices[z], x, y, Side);
                    if (mean >= low && mean <= high && deviation < 60)
                    {
                        // How far the means of the quarters of quarters differ: edges, not noise.
                        var means = Enumerable.Range(0, 16).Select(i => slices.Patch(slices[z], x + (i % 4 * 8), y + (i / 4 * 8), 8).Mean).ToList();
                        yield return (z, x, y, means.Max() - means.Min());
                    }
                }
            }
        }
    }

    /// <summary>The patch without its mean and slope.</summary>
    private static double[] Level(HuSlices slices, int slice, int left, int top)
    {
        var patch = new double[Side * Side];
        var (mean, _) = slices.Patch(slices[slice], left, top, Side);
        var (slopeX, slopeY, weight) = (0.0, 0.0, 0.0);
        for (var i = 0; i < patch.Length; i++)
        {
            var (x, y) = (i % Side, i / Side);
            patch[i] = slices[slice][((top + y) * slices.Columns) + left + x] - mean;
            (slopeX, slopeY, weight) = (slopeX + (patch[i] * (x - 15.5)), slopeY + (patch[i] * (y - 15.5)), weight + ((x - 15.5) * (x - 15.5)));
        }

        for (var i = 0; i < patch.Length; i++)
        {
            patch[i] -= (slopeX / weight * ((i % Side) - 15.5)) + (slopeY / weight * ((i / Side) - 15.5));
        }

        return patch;
    }

    private static double Power(double[] patch, int u, int v)
    {
        var (real, imaginary) = (0.0, 0.0);
        for (var i = 0; i < patch.Length; i++)
        {
            var angle = 2 * Math.PI / Side * ((u * (i % Side)) + (v * (i / Side)));
            (real, imaginary) = (real + (patch[i] * Math.Cos(angle)), imaginary + (patch[i] * Math.Sin(angle)));
        }

        return (real * real) + (imaginary * imaginary);
    }
}
