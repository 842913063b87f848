using System.Buffers;
using System.Buffers.Binary;

namespace DiagCodec.Imaging.Dicom.DataSets;

/// <summary>Lays attributes out in explicit VR little endian (PS3.5 A.2). Sequences and items get their lengths; group lengths are left out.</summary>
internal static class DataSetWriter
{
    private const uint Undefined = 0xFFFF_FFFF;

    /// <summary>Preamble, prefix and file meta information (PS3.10 7.1).</summary>
    public static void WriteMeta(IBufferWriter<byte> to, DicomDataSet meta)
    {
        to.Write(new byte[128]);
        to.Write("DICM"u8);
        var group = new ArrayBufferWriter<byte>();
        Write(group, meta.Elements);
        WriteHeader(to, DicomTags.FileMetaInformationGroupLength, Vr.UL, 4);
        WriteNumber(to, (uint)group.WrittenCount);
        to.Write(group.WrittenSpan);
    }

    public static void Write(IBufferWriter<byte> to, IEnumerable<DicomElement> elements)
    {
        foreach (var element in elements.Where(e => !e.Tag.IsGroupLength))
        {
            if (element.Items is not null)
            {
                WriteItems(to, element);
            }
            else if (element.Fragments is not null)
            {
                WriteFragments(to, element);
            }
            else
            {
                WriteValue(to, element);
            }
        }
    }

    /// <summary>Tag, VR and length; the value must follow.</summary>
    public static void WriteHeader(IBufferWriter<byte> to, DicomTag tag, Vr vr, uint length)
    {
        var header = to.GetSpan(12);
        BinaryPrimitives.WriteUInt16LittleEndian(header, tag.Group);
        BinaryPrimitives.WriteUInt16LittleEndian(header[2..], tag.Element);
        header[4] = (byte)vr.First;
        header[5] = (byte)vr.Second;
        if (vr.HasLongLength)
        {
            header[6] = header[7] = 0;
            BinaryPrimitives.WriteUInt32LittleEndian(header[8..], length);
            to.Advance(12);
        }
        else
        {
            BinaryPrimitives.WriteUInt16LittleEndian(header[6..], checked((ushort)length));
            to.Advance(8);
        }
    }

    private static void WriteValue(IBufferWriter<byte> to, DicomElement element)
    {
        var value = element.Value.Span;
        var length = value.Length + (value.Length & 1);

        // A value from an implicit source may be longer than its VR can say; such a value goes as UN (PS3.5 6.2.2).
        var vr = element.Vr.HasLongLength || length <= ushort.MaxValue ? element.Vr : Vr.UN;
        WriteHeader(to, element.Tag, vr, (uint)length);
        to.Write(value);
        if (length > value.Length)
        {
            to.Write([vr.PaddingByte]);
        }
    }

    private static void WriteItems(IBufferWriter<byte> to, DicomElement element)
    {
        var content = new ArrayBufferWriter<byte>();
        foreach (var item in element.Items!)
        {
            var attributes = new ArrayBufferWriter<byte>();
            Write(attributes, item.Elements);
            WriteItem(content, attributes.WrittenSpan);
        }

        WriteHeader(to, element.Tag, Vr.SQ, (uint)content.WrittenCount);
        to.Write(content.WrittenSpan);
    }

    private static void WriteFragments(IBufferWriter<byte> to, DicomElement element)
    {
        WriteHeader(to, element.Tag, Vr.OB, Undefined);
        foreach (var fragment in element.Fragments!)
        {
            WriteItem(to, fragment.Span);
        }

        WriteTag(to, DicomTags.SequenceDelimitation);
        WriteNumber(to, 0);
    }

    private static void WriteItem(IBufferWriter<byte> to, ReadOnlySpan<byte> content)
    {
        WriteTag(to, DicomTags.Item);
        WriteNumber(to, (uint)(content.Length + (content.Length & 1)));
        to.Write(content);
        if ((content.Length & 1) == 1)
        {
            to.Write([(byte)0]);
        }
    }

    private static void WriteTag(IBufferWriter<byte> to, DicomTag tag)
    {
        var span = to.GetSpan(4);
        BinaryPrimitives.WriteUInt16LittleEndian(span, tag.Group);
        BinaryPrimitives.WriteUInt16LittleEndian(span[2..], tag.Element);
        to.Advance(4);
    }

    private static void WriteNumber(IBufferWriter<byte> to, uint number)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(to.GetSpan(4), number);
        to.Advance(4);
    }
}
