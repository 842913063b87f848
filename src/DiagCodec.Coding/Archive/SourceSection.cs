using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Archive;

/// <summary>What was coded. Nothing here identifies the patient; headers.br does. Constructor parameters are required in JSON, so what is not known is written as null.</summary>
/// <param name="Kind">Dicom, nifti, pictures or y4m.</param>
/// <param name="Description">Modality and size in a few words.</param>
/// <param name="Columns">Width of a slice.</param>
/// <param name="Rows">Height of a slice.</param>
/// <param name="Slices">Number of slices.</param>
/// <param name="Format">Sample format of the stored values.</param>
/// <param name="BitsStored">Bits that carry meaning.</param>
/// <param name="LowIsBright">MONOCHROME1.</param>
/// <param name="Bytes">Bytes of all source files.</param>
/// <param name="Geometry">First slice and steps, where known.</param>
/// <param name="Rescale">Slope and intercept of the first slice.</param>
/// <param name="Padding">Range of padding values, where the source names one.</param>
/// <param name="Findings">What was odd about the source.</param>
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
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] GeometrySection? Geometry,
    Rescale Rescale,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] PixelPadding? Padding,
    ImmutableArray<SeriesFinding> Findings)
{
    /// <summary>Bytes of the stored values alone: what compression ratios are taken against.</summary>
    public long PixelBytes => (long)Columns * Rows * Slices * Format.Bytes();
}
