namespace DiagCodec.LearnedCodecs.Train;

/// <summary>What a batch came to.</summary>
/// <param name="Loss">lambda * 255^2 * mean squared error + bits a pixel.</param>
/// <param name="BitsPerPixel">Estimated.</param>
/// <param name="MeanSquaredError">Of samples from 0 to 1.</param>
public readonly record struct CodecStep(double Loss, double BitsPerPixel, double MeanSquaredError)
{
    /// <summary>Of a mean squared error of samples from 0 to 1, dB.</summary>
    public static double PsnrOf(double meanSquaredError) => -10 * Math.Log10(Math.Max(meanSquaredError, 1e-12));
}
