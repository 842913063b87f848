namespace DiagCodec.Imaging.Dicom.DataSets;

/// <summary>The number of an attribute, written (gggg,eeee).</summary>
internal readonly record struct DicomTag(ushort Group, ushort Element) : IComparable<DicomTag>
{
    public DicomTag(uint number)
        : this((ushort)(number >> 16), (ushort)number)
    {
    }

    public uint Number => ((uint)Group << 16) | Element;

    public bool IsPrivate => (Group & 1) == 1;

    /// <summary>(gggg,0010-00FF) of an odd group names the owner of a block of private attributes (PS3.5 7.8.1).</summary>
    public bool IsPrivateCreator => IsPrivate && Element is >= 0x10 and <= 0xFF;

    public bool IsGroupLength => Element == 0;

    public int CompareTo(DicomTag other) => Number.CompareTo(other.Number);

    public override string ToString() => $"({Group:X4},{Element:X4})";
}
