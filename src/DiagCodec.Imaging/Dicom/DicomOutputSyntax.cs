namespace DiagCodec.Imaging.Dicom;

/// <summary>How the pixels of written files are kept. All are lossless.</summary>
public enum DicomOutputSyntax
{
    ExplicitLittleEndian,
    JpegLs,
    Jpeg2000,
}
