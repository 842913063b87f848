using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Unicode;

namespace DiagCodec.Networks.Weights;

/// <summary>
/// Reads the JSON header of a safetensors file in one pass. Memory grows with the header's length, never with a number in it.
/// Stricter than upstream in three points: names and fields may not come twice, unknown fields are refused, and a shape has at most
/// <see cref="TensorShape.MostDimensions"/> dimensions.
/// </summary>
internal ref struct HeaderParser
{
    public const string MetadataName = "__metadata__";

    private readonly string _path;
    private Utf8JsonReader _json;

    private HeaderParser(string path, ReadOnlySpan<byte> json)
    {
        _path = path;
        _json = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 3 });
    }

    /// <exception cref="Imaging.Faults.InvalidInputException">It is no such header.</exception>
    public static SafetensorsHeader Parse(string path, ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty || json[0] != (byte)'{')
        {
            throw SafetensorsFault.Header(path, "a header that begins with '{'", json.IsEmpty ? "nothing" : $"the byte 0x{json[0]:x2}");
        }

        if (!Utf8.IsValid(json))
        {
            throw SafetensorsFault.Broken(path, "the header is no valid UTF-8");
        }

        try
        {
            return new HeaderParser(path, json).Document();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw SafetensorsFault.Broken(path, $"the header is no valid JSON of this format: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    private SafetensorsHeader Document()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var entries = ImmutableArray.CreateBuilder<HeaderEntry>();
        var metadata = ImmutableSortedDictionary<string, string>.Empty;
        _json.Read();
        while (NextName() is { } name)
        {
            if (!names.Add(name))
            {
                throw SafetensorsFault.Tensor(_path, name, "name", "one entry", "two");
            }

            if (name == MetadataName)
            {
                metadata = Metadata();
            }
            else
            {
                entries.Add(Entry(name));
            }
        }

        // What follows the object may be white space only; the reader throws at anything else.
        _json.Read();
        entries.Sort((a, b) => (a.Begin, a.End).CompareTo((b.Begin, b.End)));
        return new SafetensorsHeader(entries.ToImmutable(), metadata);
    }

    private ImmutableSortedDictionary<string, string> Metadata()
    {
        Expect(JsonTokenType.StartObject, MetadataName, "value", "an object");
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        while (NextName() is { } key)
        {
            Expect(JsonTokenType.String, MetadataName, key, "a string");
            if (!texts.TryAdd(key, _json.GetString()!))
            {
                throw SafetensorsFault.Tensor(_path, MetadataName, key, "one entry", "two");
            }
        }

        return texts.ToImmutable();
    }

    private HeaderEntry Entry(string name)
    {
        Expect(JsonTokenType.StartObject, name, "value", "an object");
        var (type, shape, offsets) = ((ElementType?)null, default(ImmutableArray<long>), default(ImmutableArray<long>));
        while (NextName() is { } field)
        {
            switch (field)
            {
                case "dtype" when type is null:
                    type = Type(name);
                    break;
                case "shape" when shape.IsDefault:
                    shape = Numbers(name, field, TensorShape.MostDimensions);
                    break;
                case "data_offsets" when offsets.IsDefault:
                    offsets = Numbers(name, field, 2);
                    break;
                default:
                    throw SafetensorsFault.Tensor(_path, name, "fields", "dtype, shape and data_offsets, once each", $"'{field}'");
            }
        }

        if (type is null || shape.IsDefault || offsets.IsDefault)
        {
            var missing = type is null ? "dtype" : shape.IsDefault ? "shape" : "data_offsets";
            throw SafetensorsFault.Tensor(_path, name, "fields", "dtype, shape and data_offsets", $"no {missing}");
        }

        return offsets.Length == 2
            ? new HeaderEntry(name, type.Value, shape, offsets[0], offsets[1])
            : throw SafetensorsFault.Tensor(_path, name, "data_offsets", "2 numbers", $"{offsets.Length}");
    }

    private ElementType Type(string name)
    {
        Expect(JsonTokenType.String, name, "dtype", "a string");
        var word = _json.GetString()!;
        return ElementTypes.TryParse(word, out var type)
            ? type
            : throw SafetensorsFault.Tensor(_path, name, "dtype", $"one of {ElementTypes.Known}", $"'{word}'");
    }

    private ImmutableArray<long> Numbers(string name, string field, int most)
    {
        Expect(JsonTokenType.StartArray, name, field, "a list");
        var numbers = ImmutableArray.CreateBuilder<long>();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            // Only digits: -0, 1.0 and 1e2 are integers to some readers and not to others.
            if (_json.TokenType != JsonTokenType.Number || _json.ValueSpan.ContainsAnyExceptInRange((byte)'0', (byte)'9') || !_json.TryGetInt64(out var number))
            {
                throw SafetensorsFault.Tensor(_path, name, field, "integers from 0 to 2^63 - 1", Found());
            }

            if (numbers.Count == most)
            {
                throw SafetensorsFault.Tensor(_path, name, field, $"at most {most} numbers", "more");
            }

            numbers.Add(number);
        }

        return numbers.ToImmutable();
    }

    private string? NextName()
    {
        _json.Read();
        return _json.TokenType == JsonTokenType.EndObject ? null : _json.GetString();
    }

    private void Expect(JsonTokenType token, string name, string field, string expected)
    {
        _json.Read();
        if (_json.TokenType != token)
        {
            throw SafetensorsFault.Tensor(_path, name, field, expected, Found());
        }
    }

    private readonly string Found() => _json.TokenType is JsonTokenType.Number or JsonTokenType.String
        ? System.Text.Encoding.UTF8.GetString(_json.ValueSpan[..Math.Min(200, _json.ValueSpan.Length)])
        : $"{_json.TokenType}";
}
