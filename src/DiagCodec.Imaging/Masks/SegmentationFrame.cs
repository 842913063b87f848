using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Dicom.Reading;

namespace DiagCodec.Imaging.Masks;

/// <summary>What a frame of a DICOM Segmentation says of itself (PS3.3 C.8.20.3).</summary>
/// <param name="Segment">Its class.</param>
/// <param name="Plane">Where it lies; null when it does not say.</param>
/// <param name="Sources">The images it was drawn on: SOP Instance UID and frame number, from 1.</param>
internal sealed record SegmentationFrame(int Segment, Plane? Plane, IReadOnlyList<(string Uid, int Frame)> Sources)
{
    /// <exception cref="DicomFormatException">It has no segment number that a mask can hold.</exception>
    public static SegmentationFrame Of(DicomDataSet set, int frame)
    {
        var attributes = FrameAttributes.Of(set, frame);
        var segment = attributes.Find(DicomTags.SegmentIdentificationSequence, DicomTags.ReferencedSegmentNumber)?.Integer(DicomTags.ReferencedSegmentNumber);
        return segment is >= 1 and <= byte.MaxValue
            ? new(segment.Value, Plane.Of(attributes), [.. SourcesOf(attributes)])
            : throw new DicomFormatException($"frame {frame + 1} has segment number {segment?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}; 1 to 255 can be read");
    }

    private static IEnumerable<(string Uid, int Frame)> SourcesOf(FrameAttributes attributes)
    {
        var derivations = (attributes.Own ?? attributes.Shared)?.Items(DicomTags.DerivationImageSequence) ?? [];
        foreach (var source in derivations.SelectMany(d => d.Items(DicomTags.SourceImageSequence)))
        {
            if (source.Text(DicomTags.ReferencedSopInstanceUid) is { Length: > 0 } uid)
            {
                yield return (uid, source.Integer(DicomTags.ReferencedFrameNumber) ?? 1);
            }
        }
    }
}
