namespace DiagCodec.Coding.Decode;

/// <summary>What an archive is decoded to.</summary>
public enum OutputFormat
{
    /// <summary>A folder of DICOM files; only for archives made from DICOM.</summary>
    Dicom,

    /// <summary>One .nii or .nii.gz file.</summary>
    Nifti,

    /// <summary>A folder of grey PNG files.</summary>
    Png,

    /// <summary>One YUV4MPEG2 file.</summary>
    Y4m,

    /// <summary>The HEVC stream as it is.</summary>
    Hevc,
}
