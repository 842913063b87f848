namespace DiagCodec.Imaging.Dicom;

/// <summary>How a series is written.</summary>
public sealed record DicomWriteOptions
{
    /// <summary>New Series and SOP Instance UIDs unless Keep; the study and the frame of reference always stay.</summary>
    public UidPolicy Uids { get; init; } = UidPolicy.New;

    /// <summary>Stands for what is decoded (an archive's hash): new UIDs follow from it and the old ones, so that decoding twice gives the same.</summary>
    public required string IdentityHash { get; init; }

    /// <summary>Null when the pixels are what they were.</summary>
    public LossyStep? Lossy { get; init; }

    public DicomOutputSyntax Syntax { get; init; } = DicomOutputSyntax.ExplicitLittleEndian;

    /// <summary>Of diagcodec; 1 to 6 characters end up whole in the file meta information.</summary>
    public required string SoftwareVersion { get; init; }

    /// <summary>Instance Creation Date and Time. Without it images with new UIDs say nothing of when they were made, so that output repeats.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
