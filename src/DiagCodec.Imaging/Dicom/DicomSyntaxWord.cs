namespace DiagCodec.Imaging.Dicom;

/// <summary>The words for <see cref="DicomOutputSyntax"/> on the command line.</summary>
public static class DicomSyntaxWord
{
    /// <param name="word">explicit, jpeg-ls or j2k.</param>
    public static DicomOutputSyntax Parse(string word) => word switch
    {
        "explicit" => DicomOutputSyntax.ExplicitLittleEndian,
        "jpeg-ls" => DicomOutputSyntax.JpegLs,
        "j2k" => DicomOutputSyntax.Jpeg2000,
        _ => throw new ArgumentOutOfRangeException(nameof(word), word, "explicit, jpeg-ls or j2k expected"),
    };
}
