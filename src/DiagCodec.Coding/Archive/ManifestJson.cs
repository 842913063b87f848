using System.Text.Json;
using System.Text.Json.Serialization;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Archive;

/// <summary>The manifest as UTF-8 JSON.</summary>
internal static class ManifestJson
{
    public static byte[] Write(Manifest manifest) => JsonSerializer.SerializeToUtf8Bytes(manifest, ManifestContext.Default.Manifest);

    /// <exception cref="InvalidInputException">It is no manifest of a schema that this program reads.</exception>
    public static Manifest Read(ReadOnlySpan<byte> json, string source)
    {
        try
        {
            using var document = JsonDocument.Parse(json.ToArray());
            if (document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("schema", out var schema)
                && schema.TryGetInt32(out var number)
                && number != Manifest.CurrentSchema)
            {
                throw new InvalidInputException(
                    $"{source}: schema {number} of the manifest is not known; this program reads schema {Manifest.CurrentSchema}; use a newer diagcodec");
            }

            return JsonSerializer.Deserialize(json, ManifestContext.Default.Manifest) ?? throw new JsonException("null");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidInputException($"{source}: the manifest is broken: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip)]
[JsonSerializable(typeof(Manifest))]
internal sealed partial class ManifestContext : JsonSerializerContext;
