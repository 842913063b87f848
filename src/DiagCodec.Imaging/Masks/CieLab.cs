namespace DiagCodec.Imaging.Masks;

/// <summary>A colour in CIE 1976 L*a*b* under the D50 illuminant, which DICOM gives display colours in (PS3.3 C.10.7.1.1).</summary>
/// <param name="L">Lightness, 0 to 100.</param>
/// <param name="A">Green to red, -128 to 127.</param>
/// <param name="B">Blue to yellow, -128 to 127.</param>
public readonly record struct CieLab(double L, double A, double B)
{
    private const double WhiteX = 0.96422;
    private const double WhiteZ = 0.82521;

    /// <summary>A colour of a screen: sRGB (IEC 61966-2-1), brought from its D65 white to D50 by Bradford's adaptation, as ICC profiles are.</summary>
    public static CieLab OfSrgb(byte red, byte green, byte blue)
    {
        var (r, g, b) = (Linear(red), Linear(green), Linear(blue));
        var x = Response(((0.4360747 * r) + (0.3850649 * g) + (0.1430804 * b)) / WhiteX);
        var y = Response((0.2225045 * r) + (0.7168786 * g) + (0.0606169 * b));
        var z = Response(((0.0139322 * r) + (0.0971045 * g) + (0.7141733 * b)) / WhiteZ);

        // The matrix is rounded, so that white would come out a hair above 100.
        return new(Math.Clamp((116 * y) - 16, 0, 100), 500 * (x - y), 200 * (y - z));
    }

    internal bool IsInRange => L is >= 0 and <= 100 && A is >= -128 and <= 127 && B is >= -128 and <= 127;

    /// <summary>0 to 65535 each: L from 0 to 100, a and b from -128 to 127.</summary>
    internal int[] ToStored() => [Scaled(L / 100), Scaled((A + 128) / 255), Scaled((B + 128) / 255)];

    private static double Linear(byte value)
    {
        var v = value / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4);
    }

    /// <summary>The cube root, with CIE 15's straight piece near black.</summary>
    private static double Response(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : ((24389.0 / 27 * t) + 16) / 116;

    private static int Scaled(double share) => (int)Math.Round(share * ushort.MaxValue);
}
