namespace DiagCodec.Evaluation.Reports.Charts;

/// <summary>Where the data go: from values to drawing units.</summary>
/// <param name="Left">Drawing units from the left edge.</param>
/// <param name="Top">Drawing units from the upper edge.</param>
/// <param name="Width">Drawing units.</param>
/// <param name="Height">Drawing units.</param>
/// <param name="XScale">Range across.</param>
/// <param name="YScale">Range upwards.</param>
public sealed record PlotArea(double Left, double Top, double Width, double Height, AxisScale XScale, AxisScale YScale)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public double X(double value) => Left + (Width * XScale.Share(value));

    /// <summary>A value that is none (see <see cref="ChartPoint.Y"/>) lies on the upper edge.</summary>
    public double Y(double? value) =>
        value is { } v ? Bottom - (Height * YScale.Share(v)) : Top;
}
