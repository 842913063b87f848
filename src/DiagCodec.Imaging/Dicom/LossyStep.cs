namespace DiagCodec.Imaging.Dicom;

/// <summary>A lossy compression that the pixels have been through, to be added to the history in their headers (PS3.3 C.7.6.1.1.5).</summary>
/// <param name="Ratio">Uncompressed size to compressed size, over the whole series.</param>
/// <param name="Description">What was done, in one sentence of ASCII.</param>
public sealed record LossyStep(double Ratio, string Description)
{
    /// <summary>Lossy Image Compression Method; the default is HEVC's defined term.</summary>
    public string Method { get; init; } = "ISO_23008_2";
}
