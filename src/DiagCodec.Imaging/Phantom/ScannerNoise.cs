namespace DiagCodec.Imaging.Phantom;

/// <summary>Quantum noise after reconstruction: neighbouring pixels go together.</summary>
internal static class ScannerNoise
{
    /// <summary>Standard deviation that white noise of 1 keeps after the 1-4-6-4-1 filter in both directions: 70 / 256.</summary>
    private const float Kept = 70f / 256;

    public static void Add(Span<float> hu, int size, double deviation, PhantomRandom random)
    {
        var noise = new float[hu.Length];
        for (var i = 0; i < noise.Length; i++)
        {
            noise[i] = (float)random.Bell();
        }

        var (across, down) = (new float[hu.Length], noise);
        Filter(noise, across, size, 1);
        Filter(across, down, size, size);
        var gain = (float)deviation / Kept;
        for (var i = 0; i < hu.Length; i++)
        {
            hu[i] += gain * down[i];
        }
    }

    /// <summary>1-4-6-4-1 over 16, along rows (step 1) or columns (step size), round the edges.</summary>
    private static void Filter(float[] from, float[] to, int size, int step)
    {
        for (var i = 0; i < from.Length; i++)
        {
            var at = i / step % size;
            var start = i - (at * step);
            float Value(int offset) => from[start + ((at + offset + size) % size * step)];
            to[i] = ((Value(-2) + Value(2)) + (4 * (Value(-1) + Value(1))) + (6 * Value(0))) / 16;
        }
    }
}
