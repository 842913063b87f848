using System.Buffers.Binary;

namespace DiagCodec.Imaging.Dicom.DataSets;

/// <summary>
/// Takes bytes apart into attributes (PS3.5 7). Every length is checked against what is there before it is used, and nesting is
/// limited, so that broken bytes end in a <see cref="DicomFormatException"/> and in nothing else.
/// </summary>
internal sealed class DataSetReader(ReadOnlyMemory<byte> bytes, DataSetEncoding encoding, IDicomLibrary library)
{
    private const uint Undefined = 0xFFFF_FFFF;
    private const int DeepestNesting = 40;

    private bool _isSigned;

    /// <summary>Where the top level's Pixel Data begins and ends, header and delimiter included; (0, 0) when it was not met.</summary>
    public (int Start, int End) PixelElement { get; private set; }

    /// <summary>
    /// Reads the top level from <paramref name="start"/>, up to the first attribute of a group above <paramref name="lastGroup"/>,
    /// which <paramref name="next"/> then points to, or else up to <paramref name="end"/>.
    /// </summary>
    public DicomDataSet Read(int start, int end, ushort lastGroup, out int next) =>
        ReadAttributes(start, end, encoding, depth: 0, isDelimited: false, lastGroup, out next);

    private DicomDataSet ReadAttributes(
        int start, int end, DataSetEncoding layout, int depth, bool isDelimited, ushort lastGroup, out int next)
    {
        var set = new DicomDataSet();
        var position = start;
        while (position < end)
        {
            if (end - position < 8)
            {
                if (depth == 0 && !bytes.Span[position..end].ContainsAnyExcept((byte)0))
                {
                    break;
                }

                throw new DicomFormatException($"ends inside an attribute, {end - position} bytes before the end");
            }

            var tag = TagAt(position, layout);
            if (isDelimited && tag == DicomTags.ItemDelimitation)
            {
                next = position + 8;
                return set;
            }

            if (depth == 0 && tag.Group > lastGroup)
            {
                next = position;
                return set;
            }

            var element = ReadElement(tag, position, end, layout, depth, out next);
            if (set.Contains(tag))
            {
                throw new DicomFormatException($"has attribute {tag} twice");
            }

            set.Set(element);
            if (depth == 0 && tag == DicomTags.PixelData)
            {
                PixelElement = (position, next);
            }

            position = next;
        }

        if (isDelimited)
        {
            throw new DicomFormatException("ends inside a sequence item");
        }

        next = end;
        return set;
    }

    private DicomElement ReadElement(DicomTag tag, int position, int end, DataSetEncoding layout, int depth, out int next)
    {
        var (vr, length, value) = ReadHeader(tag, position, end, layout);
        if (length == Undefined)
        {
            if (tag == DicomTags.PixelData && depth == 0)
            {
                return new DicomElement(tag, Vr.OB, ReadFragments(value, end, out next));
            }

            // An unknown value of undefined length is a sequence in implicit little endian, whatever surrounds it (PS3.5 6.2.2, note 4).
            var inner = layout.IsExplicit && vr == Vr.UN ? DataSetEncoding.ImplicitLittle : layout;
            return vr == Vr.SQ || vr == Vr.UN
                ? new DicomElement(tag, ReadItems(tag, value, end, inner, depth, isDelimited: true, out next))
                : throw new DicomFormatException($"{tag} {vr} has no length");
        }

        if (length > end - value)
        {
            throw new DicomFormatException(
                $"{(tag == DicomTags.PixelData ? "Pixel Data" : $"attribute {tag}")} should have {length} bytes, only {end - value} are there");
        }

        next = value + (int)length;
        if (vr == Vr.SQ)
        {
            return new DicomElement(tag, ReadItems(tag, value, next, layout, depth, isDelimited: false, out _));
        }

        var content = bytes.Slice(value, (int)length);
        if (layout.IsBigEndian && vr.SwapUnit > 1)
        {
            content = Swapped(content.Span, vr.SwapUnit);
        }

        if (tag == DicomTags.PixelRepresentation && content.Length >= 2)
        {
            _isSigned = BinaryPrimitives.ReadUInt16LittleEndian(content.Span) == 1;
        }

        return new DicomElement(tag, vr, content);
    }

    private (Vr Vr, uint Length, int Value) ReadHeader(DicomTag tag, int position, int end, DataSetEncoding layout)
    {
        var span = bytes.Span;
        var letters = new Vr((char)span[position + 4], (char)span[position + 5]);
        if (!layout.IsExplicit || !letters.IsTwoLetters)
        {
            // Some writers put single attributes without a VR among others that have one.
            return (VrWithoutLetters(tag), NumberAt(position + 4, layout), position + 8);
        }

        if (!letters.HasLongLength)
        {
            var length = span.Slice(position + 6, 2);
            return (letters, layout.IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(length) : BinaryPrimitives.ReadUInt16LittleEndian(length), position + 8);
        }

        return end - position >= 12
            ? (letters, NumberAt(position + 8, layout), position + 12)
            : throw new DicomFormatException($"ends inside the header of attribute {tag}");
    }

    private Vr VrWithoutLetters(DicomTag tag)
    {
        if (tag.IsPrivate || tag.IsGroupLength)
        {
            return tag.IsGroupLength ? Vr.UL : tag.IsPrivateCreator ? Vr.LO : Vr.UN;
        }

        var vr = library.VrOf(tag);
        return vr == Vr.UnsignedOrSigned ? (_isSigned ? Vr.SS : Vr.US) : vr;
    }

    private List<DicomDataSet> ReadItems(
        DicomTag owner, int start, int end, DataSetEncoding layout, int depth, bool isDelimited, out int next)
    {
        if (depth >= DeepestNesting)
        {
            throw new DicomFormatException($"nests sequences more than {DeepestNesting} deep");
        }

        var items = new List<DicomDataSet>();
        var position = start;
        while (end - position >= 8)
        {
            var tag = TagAt(position, layout);
            var length = NumberAt(position + 4, layout);
            var content = position + 8;
            if (tag == DicomTags.SequenceDelimitation)
            {
                next = content;
                return items;
            }

            if (tag != DicomTags.Item || (length != Undefined && length > end - content))
            {
                throw new DicomFormatException($"sequence {owner} has a broken item");
            }

            var itemEnd = length == Undefined ? end : content + (int)length;
            items.Add(ReadAttributes(content, itemEnd, layout, depth + 1, length == Undefined, ushort.MaxValue, out position));
        }

        next = end;
        return isDelimited || position != end ? throw new DicomFormatException($"ends inside sequence {owner}") : items;
    }

    private List<ReadOnlyMemory<byte>> ReadFragments(int start, int end, out int next)
    {
        var fragments = new List<ReadOnlyMemory<byte>>();
        var position = start;
        while (end - position >= 8)
        {
            var tag = TagAt(position, DataSetEncoding.ExplicitLittle);
            var length = NumberAt(position + 4, DataSetEncoding.ExplicitLittle);
            position += 8;
            if (tag == DicomTags.SequenceDelimitation)
            {
                next = position;
                return fragments;
            }

            if (tag != DicomTags.Item || length > end - position)
            {
                break;
            }

            fragments.Add(bytes.Slice(position, (int)length));
            position += (int)length;
        }

        throw new DicomFormatException("ends inside the compressed pixel data, or its fragments are broken");
    }

    private DicomTag TagAt(int position, DataSetEncoding layout)
    {
        var span = bytes.Span.Slice(position, 4);
        return layout.IsBigEndian
            ? new DicomTag(BinaryPrimitives.ReadUInt16BigEndian(span), BinaryPrimitives.ReadUInt16BigEndian(span[2..]))
            : new DicomTag(BinaryPrimitives.ReadUInt16LittleEndian(span), BinaryPrimitives.ReadUInt16LittleEndian(span[2..]));
    }

    private uint NumberAt(int position, DataSetEncoding layout)
    {
        var span = bytes.Span.Slice(position, 4);
        return layout.IsBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(span) : BinaryPrimitives.ReadUInt32LittleEndian(span);
    }

    private static byte[] Swapped(ReadOnlySpan<byte> value, int unit)
    {
        var swapped = value.ToArray();
        for (var i = 0; i + unit <= swapped.Length; i += unit)
        {
            swapped.AsSpan(i, unit).Reverse();
        }

        return swapped;
    }
}
