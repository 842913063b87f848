using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Files;

namespace DiagCodec.Networks.Weights;

/// <summary>
/// Writes safetensors files. The same tensors give the same bytes: sorted as upstream sorts them (by element type from the last of
/// <see cref="ElementType"/> to the first, then by the UTF-8 bytes of the name), metadata by key, the header padded with spaces to
/// a multiple of 8 bytes. The file appears when it is whole.
/// </summary>
public static class SafetensorsWriter
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Escapes only what JSON demands, mostly; there is no HTML page around a header.</summary>
    private static readonly JsonWriterOptions HeaderOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="ArgumentException">Two tensors have one name, or a name is no Unicode text or is __metadata__, or a shape is
    /// impossible, or the bytes are not as many as the shape says.</exception>
    /// <exception cref="OutputException">The file cannot be written, or is there and <paramref name="overwrite"/> is false.</exception>
    public static void Write(
        string path,
        IEnumerable<NewTensor> tensors,
        ImmutableSortedDictionary<string, string> metadata,
        bool overwrite,
        CancellationToken cancellation)
    {
        var sorted = Sort(tensors);
        var header = Header(sorted, metadata);
        OutputFile.Write(path, overwrite, stream =>
        {
            Span<byte> length = stackalloc byte[sizeof(ulong)];
            BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
            stream.Write(length);
            stream.Write(header);
            foreach (var tensor in sorted)
            {
                cancellation.ThrowIfCancellationRequested();
                stream.Write(BytesOf(tensor));
            }
        });
    }

    private static ReadOnlySpan<byte> BytesOf(NewTensor tensor)
    {
        var bytes = tensor.Bytes();
        var expected = ByteCount(tensor);
        return bytes.Length == expected
            ? bytes
            : throw new ArgumentException($"tensor '{tensor.Name}': expected {expected} bytes, found {bytes.Length}", nameof(tensor));
    }

    private static List<NewTensor> Sort(IEnumerable<NewTensor> tensors)
    {
        var keyed = tensors.Select(t => (Tensor: t, Key: StrictUtf8.GetBytes(t.Name))).ToList();
        keyed.Sort((a, b) => a.Tensor.Type != b.Tensor.Type
            ? b.Tensor.Type.CompareTo(a.Tensor.Type)
            : a.Key.AsSpan().SequenceCompareTo(b.Key));
        var names = new HashSet<string>(StringComparer.Ordinal) { HeaderParser.MetadataName };
        var twice = keyed.FirstOrDefault(k => !names.Add(k.Tensor.Name)).Tensor;
        return twice is null
            ? [.. keyed.Select(k => k.Tensor)]
            : throw new ArgumentException($"the name '{twice.Name}' is taken: give every tensor its own", nameof(tensors));
    }

    private static ReadOnlySpan<byte> Padded(ArrayBufferWriter<byte> json)
    {
        var padding = -json.WrittenCount & 7;
        json.GetSpan(padding)[..padding].Fill((byte)' ');
        json.Advance(padding);
        return json.WrittenSpan;
    }

    private static byte[] Header(List<NewTensor> tensors, ImmutableSortedDictionary<string, string> metadata)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, HeaderOptions))
        {
            json.WriteStartObject();
            WriteMetadata(json, metadata);
            long place = 0;
            foreach (var tensor in tensors)
            {
                var end = checked(place + ByteCount(tensor));
                WriteEntry(json, tensor, place, end);
                place = end;
            }

            json.WriteEndObject();
        }

        return Padded(buffer).ToArray();
    }

    private static void WriteMetadata(Utf8JsonWriter json, ImmutableSortedDictionary<string, string> metadata)
    {
        if (metadata.IsEmpty)
        {
            return;
        }

        json.WriteStartObject(HeaderParser.MetadataName);
        foreach (var (key, value) in metadata.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            json.WriteString(StrictUtf8.GetBytes(key), StrictUtf8.GetBytes(value));
        }

        json.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter json, NewTensor tensor, long begin, long end)
    {
        json.WriteStartObject(tensor.Name);
        json.WriteString("dtype", tensor.Type.Word());
        json.WriteStartArray("shape");
        foreach (var dimension in tensor.Shape)
        {
            json.WriteNumberValue(dimension);
        }

        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(begin);
        json.WriteNumberValue(end);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static long ByteCount(NewTensor tensor) =>
        (tensor.Shape.Length <= TensorShape.MostDimensions ? TensorShape.ByteCount(tensor.Shape.AsSpan(), tensor.Type.Size()) : null)
        ?? throw new ArgumentException($"tensor '{tensor.Name}': the shape {TensorShape.Text(tensor.Shape)} is impossible", nameof(tensor));
}
