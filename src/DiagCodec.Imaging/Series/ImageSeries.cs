using System.Collections.Immutable;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Series;

/// <summary>One input as read: its samples, what is needed to write it back, and what is odd about it.</summary>
/// <param name="Path">The file or folder as the user named it.</param>
/// <param name="Id">Series Instance UID for DICOM, else the file or folder name.</param>
/// <param name="Description">Modality and size in a few words, without anything that identifies the patient.</param>
/// <param name="Volume">The samples in coding order.</param>
/// <param name="Headers">What is needed to write files of the same kind.</param>
/// <param name="SourceBytes">Bytes of all source files together.</param>
/// <param name="Findings">In the order found.</param>
public sealed record ImageSeries(
    string Path,
    string Id,
    string Description,
    Volume Volume,
    SourceHeaders Headers,
    long SourceBytes,
    ImmutableArray<SeriesFinding> Findings)
{
    /// <summary>DICOM Modality (PS3.3 C.7.3.1.1.1), the same for all images; null where the source does not say it, as all but DICOM.</summary>
    public string? Modality { get; init; }
}
