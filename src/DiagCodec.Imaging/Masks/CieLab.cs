namespace DiagCodec.Imaging.Masks;

/// <summary>A colour in CIE 1976 L*a*b* under the D50 illuminant, which DICOM gives display colours in (PS3.3 C.10.7.1.1).</summary>
/// <param name="L">Lightness, 0 to 100.</param>
/// <param name="A">Green to red, -128 to 127.</param>
/// <param name="B">Blue to yellow, -128 to 127.</param>
public readonly record struct CieLab(double L, double A, double B)
{
    internal bool IsInRange => L is >= 0 and <= 100 && A is >= -128 and <= 127 && B is >= -128 and <= 127;

    /// <summary>0 to 65535 each: L from 0 to 100, a and b from -128 to 127.</summary>
    internal int[] ToStored() => [Scaled(L / 100), Scaled((A + 128) / 255), Scaled((B + 128) / 255)];

    private static int Scaled(double share) => (int)Math.Round(share * ushort.MaxValue);
}
