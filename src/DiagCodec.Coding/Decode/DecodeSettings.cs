using DiagCodec.Imaging.Dicom;

namespace DiagCodec.Coding.Decode;

/// <summary>How an archive is decoded.</summary>
public sealed record DecodeSettings
{
    /// <summary>Folder or file; it appears only when it is whole.</summary>
    public required string Output { get; init; }

    /// <summary>Null: what the archive was made from.</summary>
    public OutputFormat? Format { get; init; }

    /// <summary>DICOM: keeps Series and SOP Instance UIDs instead of deriving new ones.</summary>
    public bool KeepUids { get; init; }

    /// <summary>DICOM: how the pixels are kept; all ways are lossless.</summary>
    public DicomOutputSyntax TransferSyntax { get; init; } = DicomOutputSyntax.ExplicitLittleEndian;

    public bool Overwrite { get; init; }

    /// <summary>Name and version of the program, for Derivation Description.</summary>
    public required string Tool { get; init; }
}
