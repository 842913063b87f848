namespace DiagCodec.Evaluation.Reports.Pictures;

/// <summary>The range of physical values that a picture shows from black to white.</summary>
/// <param name="Center">Physical units (HU).</param>
/// <param name="Width">Physical units, above 0.</param>
public readonly record struct DisplayWindow(double Center, double Width)
{
    /// <summary>Soft tissue: what CT of the trunk is first looked at with.</summary>
    public static DisplayWindow SoftTissue { get; } = new(40, 400);

    public double Low => Center - (Width / 2);

    public double High => Center + (Width / 2);

    public static DisplayWindow Between(double low, double high) => new((low + high) / 2, high > low ? high - low : 1);

    /// <summary>0 (black) to 255 (white): DICOM's LINEAR_EXACT (PS3.3 C.11.2.1.3.2), which also serves widths below 1.</summary>
    public byte Grey(double value) => (byte)Math.Round(255 * Math.Clamp(((value - Center) / Width) + 0.5, 0, 1));
}
