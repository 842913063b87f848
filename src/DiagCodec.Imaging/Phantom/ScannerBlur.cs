namespace DiagCodec.Imaging.Phantom;

/// <summary>The scanner's point spread in the plane: some 0.8 mm wide at half height.</summary>
internal static class ScannerBlur
{
    private const double Deviation = 0.34;

    public static void Apply(float[] hu, int size, double spacing) =>
        BinomialFilter.Apply(hu, size, Math.Min(Deviation * Deviation / (spacing * spacing), 8));
}
