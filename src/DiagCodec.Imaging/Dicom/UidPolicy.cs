namespace DiagCodec.Imaging.Dicom;

/// <summary>Whether written images get their own identity. An image whose pixels have changed should.</summary>
public enum UidPolicy
{
    New,
    Keep,
}
