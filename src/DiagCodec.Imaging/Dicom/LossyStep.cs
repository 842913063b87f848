namespace DiagCodec.Imaging.Dicom;

/// <summary>A lossy compression that the pixels have been through, to be added to the history in their headers (PS3.3 C.7.6.1.1.5).</summary>
/// <param name="Ratio">Uncompressed size to compressed size, over the whole series.</param>
/// <param name="Description">What was done, in one sentence of ASCII.</param>
public sealed record LossyStep(double Ratio, string Description)
{
    /// <summary>HEVC's defined term.</summary>
    public const string Hevc = "ISO_23008_2";

    /// <summary>Our own word for learned codecs: the standard has none, and lets users have theirs (PS3.3 C.7.6.1.1.5.1).</summary>
    public const string Learned = "DGC_LEARNED";

    /// <summary>Lossy Image Compression Method; the default is HEVC's defined term.</summary>
    public string Method { get; init; } = Hevc;
}
