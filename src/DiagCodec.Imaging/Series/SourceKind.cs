namespace DiagCodec.Imaging.Series;

/// <summary>What kind of files a series came from, and so goes back to.</summary>
public enum SourceKind
{
    Dicom,
    Nifti,
    Pictures,
    Y4m,
}
