namespace DiagCodec.Imaging.Dicom.DataSets;

/// <summary>One attribute with its value: bytes in little-endian order, the items of a sequence, or the fragments of compressed pixels.</summary>
internal sealed class DicomElement
{
    public DicomElement(DicomTag tag, Vr vr, ReadOnlyMemory<byte> value) => (Tag, Vr, Value) = (tag, vr, value);

    public DicomElement(DicomTag tag, IEnumerable<DicomDataSet> items) => (Tag, Vr, Items) = (tag, Vr.SQ, [.. items]);

    public DicomElement(DicomTag tag, Vr vr, IReadOnlyList<ReadOnlyMemory<byte>> fragments) => (Tag, Vr, Fragments) = (tag, vr, fragments);

    public DicomTag Tag { get; }

    public Vr Vr { get; }

    public ReadOnlyMemory<byte> Value { get; }

    /// <summary>Not null for a sequence.</summary>
    public List<DicomDataSet>? Items { get; }

    /// <summary>Not null for encapsulated pixel data; the first is the basic offset table (PS3.5 A.4).</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>>? Fragments { get; }
}
