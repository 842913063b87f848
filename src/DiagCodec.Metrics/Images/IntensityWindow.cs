namespace DiagCodec.Metrics.Images;

/// <summary>
/// A range of intensities, as a reader sets it on a viewer: centre - width / 2 to centre + width / 2. What is outside shows as black or
/// white, so it is clipped before images are compared, and the width is the peak.
/// </summary>
public sealed record IntensityWindow
{
    /// <param name="centre">HU, or whatever unit the samples have; finite.</param>
    /// <param name="width">In the same unit; finite and above 0.</param>
    public IntensityWindow(double centre, double width)
    {
        if (!double.IsFinite(centre))
        {
            throw new ArgumentOutOfRangeException(nameof(centre), centre, "a window's centre is a finite number");
        }

        if (!double.IsFinite(width) || width <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(width), width, "a window's width is a finite number above 0");
        }

        (Centre, Width) = (centre, width);
        (Low, High) = (centre - (width / 2), centre + (width / 2));
    }

    public double Centre { get; }

    public double Width { get; }

    public double Low { get; }

    public double High { get; }

    /// <summary>Distance above the window's low end after clipping: 0 to <see cref="Width"/>. NaN stays NaN.</summary>
    public double Place(double value) => Math.Clamp(value, Low, High) - Low;

    /// <summary>
    /// The same window over stored values, for HU = slope * stored + intercept. PSNR and SSIM do not change with the unit, so stored
    /// values need no conversion to be compared in HU.
    /// </summary>
    /// <param name="slope">Above 0. A negative one would swap black and white, and SSIM compares luminance from black.</param>
    /// <param name="intercept">HU of stored value 0.</param>
    public IntensityWindow OverStored(double slope, double intercept)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(slope);
        return new IntensityWindow((Centre - intercept) / slope, Width / slope);
    }
}
