namespace DiagCodec.Segmentation.Train.Sampling;

/// <summary>How far a training patch may differ from the image it is cut from. All ranges are drawn evenly.</summary>
public sealed record AugmentationOptions
{
    /// <summary>Probability of a left-right flip, 0 to 1.</summary>
    public double FlipColumns { get; init; } = 0.5;

    /// <summary>Probability of an up-down flip, 0 to 1.</summary>
    public double FlipRows { get; init; } = 0.3;

    /// <summary>Largest rotation either way, radians.</summary>
    public double Rotation { get; init; } = 0.5;

    /// <summary>Largest natural logarithm of the zoom either way.</summary>
    public double LogZoom { get; init; } = 0.25;

    /// <summary>Largest change of contrast: values are multiplied by 1 - x to 1 + x.</summary>
    public double Contrast { get; init; } = 0.2;

    /// <summary>Largest change of brightness: -x to x is added to values of 0 to 1.</summary>
    public double Brightness { get; init; } = 0.1;

    /// <summary>Probability of a gamma curve.</summary>
    public double GammaShare { get; init; } = 0.3;

    /// <summary>Smallest and largest exponent of the gamma curve.</summary>
    public (double Low, double High) Gamma { get; init; } = (0.7, 1.5);

    /// <summary>Probability of added noise.</summary>
    public double NoiseShare { get; init; } = 0.3;

    /// <summary>Largest standard deviation of added white Gaussian noise, in values of 0 to 1.</summary>
    public double Noise { get; init; } = 0.06;

    /// <summary>Patches as they are cut.</summary>
    public static AugmentationOptions None { get; } = new()
    {
        FlipColumns = 0,
        FlipRows = 0,
        Rotation = 0,
        LogZoom = 0,
        Contrast = 0,
        Brightness = 0,
        GammaShare = 0,
        NoiseShare = 0,
    };
}
