namespace DiagCodec.Imaging.Phantom;

/// <summary>
/// Quantum noise after filtered back-projection: its spectrum rises from nearly nothing at frequency 0 like the ramp filter and
/// falls with the kernel's roll-off. Made as the difference of two blurs of white noise, which has that shape.
/// </summary>
internal sealed class ScannerNoise(int seed, ScanGrid grid, double sliceSpacing, double deviation)
{
    /// <summary>Deviations of the two blurs, mm, and how much of the wide one is taken away.</summary>
    private const double Narrow = 0.41;
    private const double Wide = 0.8;
    private const double Taken = 0.76;

    /// <summary>A slice is some 0.7 mm thick, so that neighbours share a part.</summary>
    private readonly float _shared = (float)Math.Clamp(0.3 * ((0.9 - sliceSpacing) / 0.4), 0, 0.5);
    private readonly float _gain = (float)deviation / Energy(grid.Size, grid.Spacing);
    private readonly SolidNoise _streaks = new(seed + 77, 1);

    public void Add(float[] hu, int slice)
    {
        var size = grid.Size;
        var noise = White(slice, 1 / (float)Math.Sqrt(1 + (2 * _shared * _shared)));
        Shape(noise, size, grid.Spacing);
        for (var i = 0; i < hu.Length; i++)
        {
            var (row, column) = Math.DivRem(i, size);
            var (x, y) = (grid.X(column), grid.Y(row));
            hu[i] += (_gain * Strength(x, y) * noise[i]) + (float)(0.1 * deviation * _streaks.At(x / 45, y / 1.6, slice * 0.5));
        }
    }

    /// <summary>Rays through the middle of the body are weakened most; the spine adds to those along it.</summary>
    private static float Strength(double x, double y)
    {
        var (a, b) = ((x - 15) / 170, y / 130);
        var spine = Math.Max(1 - (Math.Abs(x) / 45), 0) * Math.Max(1 - (Math.Abs(y - 55) / 45), 0);
        return (float)(1.08 - (0.5 * Math.Min((a * a) + (b * b), 1)) + (0.25 * spine));
    }

    /// <summary>A stream of its own for every slice: the order in which they are made does not matter.</summary>
    private float[] White(int slice, float gain)
    {
        var noise = new float[grid.Size * grid.Size];
        for (var neighbour = -1; neighbour <= 1; neighbour++)
        {
            var part = neighbour == 0 ? gain : gain * _shared;
            if (part > 0)
            {
                var random = new PhantomRandom(seed, 1000 + slice + neighbour);
                for (var i = 0; i < noise.Length; i++)
                {
                    noise[i] += part * (float)random.Bell();
                }
            }
        }

        return noise;
    }

    private static void Shape(float[] noise, int size, double spacing)
    {
        var scale = 1 / (spacing * spacing);
        BinomialFilter.Apply(noise, size, Math.Min(Narrow * Narrow * scale, 8));
        var wide = (float[])noise.Clone();
        BinomialFilter.Apply(wide, size, Math.Min(((Wide * Wide) - (Narrow * Narrow)) * scale, 32));
        for (var i = 0; i < noise.Length; i++)
        {
            noise[i] -= (float)Taken * wide[i];
        }
    }

    /// <summary>Standard deviation that white noise of 1 keeps: the root of the impulse response's energy.</summary>
    private static float Energy(int size, double spacing)
    {
        var impulse = new float[size * size];
        impulse[(size / 2 * size) + (size / 2)] = 1;
        Shape(impulse, size, spacing);
        var sum = 0.0;
        foreach (var value in impulse)
        {
            sum += value * value;
        }

        return (float)Math.Sqrt(sum);
    }
}
