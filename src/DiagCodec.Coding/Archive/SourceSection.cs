using System.Collections.Immutable;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Archive;

/// <summary>What was coded. Nothing here identifies the patient; headers.br does.</summary>
/// <param name="Kind">Dicom, nifti, pictures or y4m.</param>
/// <param name="Description">Modality and size in a few words.</param>
/// <param name="Columns">Width of a slice.</param>
/// <param name="Rows">Height of a slice.</param>
/// <param name="Slices">Number of slices.</param>
/// <param name="Format">Sample format of the stored values.</param>
/// <param name="BitsStored">Bits that carry meaning.</param>
/// <param name="LowIsBright">MONOCHROME1.</param>
/// <param name="Bytes">Bytes of all source files.</param>
/// <param name="Rescales">Slope and intercept, one for all slices or one per slice.</param>
/// <param name="Findings">What was odd about the source.</param>
/// <param name="Geometry">First slice and steps, where known.</param>
/// <param name="Padding">Range of padding values, where the source names one.</param>
public sealed record SourceSection(
    SourceKind Kind,
    string Description,
    int Columns,
    int Rows,
    int Slices,
    SampleFormat Format,
    int BitsStored,
    bool LowIsBright,
    long Bytes,
    ImmutableArray<Rescale> Rescales,
    ImmutableArray<SeriesFinding> Findings,
    GeometrySection? Geometry = null,
    PixelPadding? Padding = null)
{
    /// <summary>Bytes of the stored values alone: what compression ratios are taken against.</summary>
    public long PixelBytes => (long)Columns * Rows * Slices * Format.Bytes();
}
