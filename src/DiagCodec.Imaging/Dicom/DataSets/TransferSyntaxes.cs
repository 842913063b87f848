namespace DiagCodec.Imaging.Dicom.DataSets;

/// <summary>Transfer syntaxes by UID (PS3.6 table A-1), and what they mean for the bytes.</summary>
internal static class TransferSyntaxes
{
    public const string ImplicitLittleEndian = "1.2.840.10008.1.2";
    public const string ExplicitLittleEndian = "1.2.840.10008.1.2.1";
    public const string DeflatedExplicitLittleEndian = "1.2.840.10008.1.2.1.99";
    public const string ExplicitBigEndian = "1.2.840.10008.1.2.2";
    public const string JpegBaseline = "1.2.840.10008.1.2.4.50";
    public const string JpegExtended = "1.2.840.10008.1.2.4.51";
    public const string JpegSpectralSelection = "1.2.840.10008.1.2.4.53";
    public const string JpegFullProgression = "1.2.840.10008.1.2.4.55";
    public const string JpegLossless = "1.2.840.10008.1.2.4.57";
    public const string JpegLosslessSv1 = "1.2.840.10008.1.2.4.70";
    public const string JpegLsLossless = "1.2.840.10008.1.2.4.80";
    public const string JpegLsNearLossless = "1.2.840.10008.1.2.4.81";
    public const string Jpeg2000Lossless = "1.2.840.10008.1.2.4.90";
    public const string Jpeg2000 = "1.2.840.10008.1.2.4.91";
    public const string Jpeg2000Part2Lossless = "1.2.840.10008.1.2.4.92";
    public const string Jpeg2000Part2 = "1.2.840.10008.1.2.4.93";
    public const string RleLossless = "1.2.840.10008.1.2.5";

    /// <summary>GE's own: implicit little endian, but for pixels in big endian.</summary>
    public const string GeBigEndianPixels = "1.2.840.113619.5.2";

    /// <summary>Philips' own, and nothing but explicit little endian.</summary>
    public const string PhilipsExplicitLittleEndian = "1.3.46.670589.33.1.4.1";

    public static bool IsLossy(string uid) => uid is JpegBaseline or JpegExtended or JpegSpectralSelection or JpegFullProgression or JpegLsNearLossless;

    public static bool IsNative(string uid) => uid is ImplicitLittleEndian or ExplicitLittleEndian or DeflatedExplicitLittleEndian
        or ExplicitBigEndian or GeBigEndianPixels or PhilipsExplicitLittleEndian;

    public static string Name(string uid) => uid switch
    {
        ImplicitLittleEndian => "implicit VR little endian",
        ExplicitLittleEndian => "explicit VR little endian",
        DeflatedExplicitLittleEndian => "deflated explicit VR little endian",
        ExplicitBigEndian => "explicit VR big endian",
        JpegBaseline => "JPEG baseline",
        JpegExtended => "JPEG extended",
        JpegSpectralSelection or JpegFullProgression => "progressive JPEG",
        JpegLossless or JpegLosslessSv1 => "JPEG lossless",
        JpegLsLossless => "JPEG-LS lossless",
        JpegLsNearLossless => "JPEG-LS near-lossless",
        Jpeg2000Lossless => "JPEG 2000 lossless",
        Jpeg2000 => "JPEG 2000",
        Jpeg2000Part2Lossless or Jpeg2000Part2 => "JPEG 2000 part 2",
        RleLossless => "RLE lossless",
        _ => uid,
    };
}
