namespace DiagCodec.Imaging.Dicom.Reading;

/// <summary>Which kinds of DICOM objects are images that can be coded.</summary>
internal static class SopClasses
{
    public const string CtImage = "1.2.840.10008.5.1.4.1.1.2";
    public const string MrImage = "1.2.840.10008.5.1.4.1.1.4";
    public const string Segmentation = "1.2.840.10008.5.1.4.1.1.66.4";

    /// <summary>Objects with rows and columns that are not pictures of a patient: segmentations, parametric maps, doses, spectra.</summary>
    public static bool IsNotPicture(string uid) => uid is
        Segmentation or "1.2.840.10008.5.1.4.1.1.30" or "1.2.840.10008.5.1.4.1.1.481.2" or "1.2.840.10008.5.1.4.1.1.4.2";

    /// <summary>Plain images: a file of one of these that has lost its rows and columns is a broken image, not another kind of object.</summary>
    public static bool IsPicture(string uid) => uid is
        CtImage or "1.2.840.10008.5.1.4.1.1.2.1" or "1.2.840.10008.5.1.4.1.1.2.2"
        or MrImage or "1.2.840.10008.5.1.4.1.1.4.1" or "1.2.840.10008.5.1.4.1.1.4.4"
        or "1.2.840.10008.5.1.4.1.1.1" or "1.2.840.10008.5.1.4.1.1.1.1" or "1.2.840.10008.5.1.4.1.1.7"
        or "1.2.840.10008.5.1.4.1.1.12.1" or "1.2.840.10008.5.1.4.1.1.12.2" or "1.2.840.10008.5.1.4.1.1.20" or "1.2.840.10008.5.1.4.1.1.128";
}
