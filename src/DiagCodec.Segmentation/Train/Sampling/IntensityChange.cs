namespace DiagCodec.Segmentation.Train.Sampling;

/// <summary>Contrast, brightness, gamma and noise of one patch, drawn at random.</summary>
/// <param name="Contrast">Factor.</param>
/// <param name="Brightness">Added after the factor.</param>
/// <param name="Gamma">Exponent on values clipped to 0 to 1; 1 changes nothing and does not clip.</param>
/// <param name="Noise">Standard deviation of added noise.</param>
public readonly record struct IntensityChange(double Contrast, double Brightness, double Gamma, double Noise)
{
    public static IntensityChange Draw(AugmentationOptions options, Random random)
    {
        var contrast = 1 + (options.Contrast * ((2 * random.NextDouble()) - 1));
        var brightness = options.Brightness * ((2 * random.NextDouble()) - 1);
        var gamma = random.NextDouble() < options.GammaShare
            ? options.Gamma.Low + ((options.Gamma.High - options.Gamma.Low) * random.NextDouble())
            : 1;
        var noise = random.NextDouble() < options.NoiseShare ? options.Noise * random.NextDouble() : 0;
        return new(contrast, brightness, gamma, noise);
    }

    public void Apply(Span<float> patch, Random random)
    {
        var (contrast, brightness, gamma) = ((float)Contrast, (float)Brightness, (float)Gamma);
        foreach (ref var value in patch)
        {
            value = (value * contrast) + brightness;
            if (gamma != 1)
            {
                value = MathF.Pow(Math.Clamp(value, 0, 1), gamma);
            }
        }

        if (Noise > 0)
        {
            AddNoise(patch, (float)Noise, random);
        }
    }

    /// <summary>Pairs by Box and Muller.</summary>
    private static void AddNoise(Span<float> patch, float deviation, Random random)
    {
        for (var i = 0; i < patch.Length; i += 2)
        {
            var radius = deviation * MathF.Sqrt(-2 * MathF.Log(1 - random.NextSingle()));
            var (sine, cosine) = MathF.SinCos(2 * MathF.PI * random.NextSingle());
            patch[i] += radius * cosine;
            if (i + 1 < patch.Length)
            {
                patch[i + 1] += radius * sine;
            }
        }
    }
}
