using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Files;
using DiagCodec.Networks.Models;

namespace DiagCodec.Evaluation.Bench.Results;

/// <summary>Reads and writes bench.json. Equal contents give equal bytes. Unknown, doubled and missing fields are refused.</summary>
public static class BenchJson
{
    private const long LongestFile = 1L << 30;

    /// <exception cref="InvalidInputException">The file is no such document; the faults are listed in one line.</exception>
    public static BenchFile Read(string path)
    {
        var file = StrictJson.Read(path, BenchFileContext.Default.BenchFile, BenchFile.CurrentSchema, LongestFile);
        StrictJson.Refuse(path, BenchFileCheck.Find(file));
        return file;
    }

    /// <exception cref="OutputException">The file cannot be written, or is there and <paramref name="overwrite"/> is false.</exception>
    public static void Write(string path, BenchFile file, bool overwrite) => StrictJson.Write(path, file, BenchFileContext.Default.BenchFile, overwrite);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    WriteIndented = true,
    NewLine = "\n",
    Converters = [typeof(WordConverter<WeightsVariant>), typeof(SortedWords)])]
[JsonSerializable(typeof(BenchFile))]
internal sealed partial class BenchFileContext : JsonSerializerContext;

/// <summary>An object of texts, its fields in ordinal order: the dictionary's own order differs by process.</summary>
internal sealed class SortedWords : JsonConverter<ImmutableDictionary<string, string>>
{
    public override ImmutableDictionary<string, string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("expected an object of texts");
        }

        var words = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            words[name] = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException($"{name}: expected a text");
        }

        return words.ToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableDictionary<string, string> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, word) in value.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            writer.WriteString(name, word);
        }

        writer.WriteEndObject();
    }
}
