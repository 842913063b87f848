namespace DiagCodec.Imaging.Nifti;

/// <summary>Byte offsets of the NIfTI-1 header's fields that are read or written (nifti1.h).</summary>
internal static class NiftiLayout
{
    public const int HeaderSize = 348;

    /// <summary>Header plus the four bytes that say whether extensions follow: where voxels begin at the earliest.</summary>
    public const int FirstDataOffset = 352;

    public const int Nifti2HeaderSize = 540;

    public const int Regular = 38;
    public const int Dim = 40;
    public const int Datatype = 70;
    public const int BitPix = 72;
    public const int PixDim = 76;
    public const int VoxOffset = 108;
    public const int SclSlope = 112;
    public const int SclInter = 116;
    public const int XyztUnits = 123;
    public const int Descrip = 148;
    public const int DescripLength = 80;
    public const int QformCode = 252;
    public const int SformCode = 254;
    public const int QuaternB = 256;
    public const int QOffsetX = 268;
    public const int SRowX = 280;
    public const int SRowY = 296;
    public const int SRowZ = 312;
    public const int Magic = 344;
}
