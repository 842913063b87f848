using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace DiagCodec.Imaging.Dicom.DataSets;

/// <summary>Attributes in the order of their tags. Values are asked for by meaning; a missing or unreadable value is null or empty.</summary>
internal sealed class DicomDataSet
{
    private readonly SortedDictionary<DicomTag, DicomElement> _elements = [];

    public IReadOnlyCollection<DicomElement> Elements => _elements.Values;

    public bool Contains(DicomTag tag) => _elements.ContainsKey(tag);

    public DicomElement? Find(DicomTag tag) => _elements.GetValueOrDefault(tag);

    public void Set(DicomElement element) => _elements[element.Tag] = element;

    public void Remove(DicomTag tag) => _elements.Remove(tag);

    /// <summary>The value as text, all values of it, without padding. Latin-1 keeps every byte of any character set.</summary>
    public string? Text(DicomTag tag)
    {
        var element = Find(tag);
        return element is null || element.Items is not null ? null : Encoding.Latin1.GetString(element.Value.Span).Trim(' ', '\0');
    }

    public string[] Texts(DicomTag tag)
    {
        var text = Text(tag);
        return string.IsNullOrEmpty(text) ? [] : [.. text.Split('\\').Select(s => s.Trim(' ', '\0'))];
    }

    public int? Integer(DicomTag tag)
    {
        var element = Find(tag);
        if (element is null)
        {
            return null;
        }

        var value = element.Value.Span;
        return element.Vr.ToString() switch
        {
            "US" or "UN" or "OW" when value.Length >= 2 => BinaryPrimitives.ReadUInt16LittleEndian(value),
            "SS" when value.Length >= 2 => BinaryPrimitives.ReadInt16LittleEndian(value),
            "UL" or "SL" when value.Length >= 4 => BinaryPrimitives.ReadInt32LittleEndian(value),
            "IS" or "DS" when double.TryParse(Texts(tag).FirstOrDefault(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && double.Abs(number) < int.MaxValue => (int)number,
            _ => null,
        };
    }

    /// <summary>All values as numbers; empty when any of them is not a finite number.</summary>
    public double[] Numbers(DicomTag tag)
    {
        var element = Find(tag);
        if (element is null)
        {
            return [];
        }

        var value = element.Value;
        double[] numbers = element.Vr.ToString() switch
        {
            "FD" => [.. Enumerable.Range(0, value.Length / 8).Select(i => BinaryPrimitives.ReadDoubleLittleEndian(value.Span[(8 * i)..]))],
            "FL" => [.. Enumerable.Range(0, value.Length / 4).Select(i => (double)BinaryPrimitives.ReadSingleLittleEndian(value.Span[(4 * i)..]))],
            "DS" or "IS" or "UN" => [.. Texts(tag).Select(Parse)],
            _ => [],
        };
        return numbers.All(double.IsFinite) ? numbers : [];
    }

    public IReadOnlyList<DicomDataSet> Items(DicomTag tag) => Find(tag)?.Items ?? [];

    public DicomDataSet? FirstItem(DicomTag tag) => Find(tag)?.Items is [var first, ..] ? first : null;

    public void SetText(DicomTag tag, Vr vr, string value) => Set(new DicomElement(tag, vr, Encoding.Latin1.GetBytes(value)));

    public void SetText(DicomTag tag, Vr vr, params IEnumerable<string> values) => SetText(tag, vr, string.Join('\\', values));

    public void SetUnsigned(DicomTag tag, params ReadOnlySpan<int> values)
    {
        var bytes = new byte[2 * values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2 * i), checked((ushort)values[i]));
        }

        Set(new DicomElement(tag, Vr.US, bytes));
    }

    public void SetLong(DicomTag tag, params ReadOnlySpan<uint> values)
    {
        var bytes = new byte[4 * values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4 * i), values[i]);
        }

        Set(new DicomElement(tag, Vr.UL, bytes));
    }

    /// <summary>A value that names an attribute (VR AT).</summary>
    public void SetPointer(DicomTag tag, DicomTag to)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, to.Group);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2), to.Element);
        Set(new DicomElement(tag, Vr.AT, bytes));
    }

    /// <summary>A value that has the sign of the pixels: US or SS.</summary>
    public void SetPixelValue(DicomTag tag, int value, bool isSigned) =>
        Set(new DicomElement(tag, isSigned ? Vr.SS : Vr.US, new byte[] { (byte)value, (byte)(value >> 8) }));

    public void SetItems(DicomTag tag, params IEnumerable<DicomDataSet> items) => Set(new DicomElement(tag, items));

    /// <summary>Appends an item to a sequence, which comes into being with its first item; without <paramref name="item"/> an empty one.</summary>
    /// <returns>The item.</returns>
    public DicomDataSet AddItem(DicomTag sequence, DicomDataSet? item = null)
    {
        item ??= new DicomDataSet();
        SetItems(sequence, [.. Items(sequence), item]);
        return item;
    }

    private static double Parse(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}
