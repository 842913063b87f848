using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Faults;

namespace DiagCodec.Networks.Files;

/// <summary>Documents with a "schema" number: an unknown schema is told before the fields that only it has.</summary>
internal static class StrictJson
{
    private const string Advice = "correct the file, or get a fresh copy of it";

    public static T Read<T>(string path, JsonTypeInfo<T> type, int schema, long longest)
        where T : class
    {
        var json = InputFile.ReadAll(path, longest);
        try
        {
            CheckSchema(path, json, schema);
            return JsonSerializer.Deserialize(json, type) ?? throw new JsonException("it is null");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException or FormatException)
        {
            throw new InvalidInputException($"{path}: {OneLine.Of(e.Message.ReplaceLineEndings(" "))}; {Advice}", e);
        }
    }

    public static void Write<T>(string path, T value, JsonTypeInfo<T> type, bool overwrite) =>
        OutputFile.Write(path, overwrite, stream =>
        {
            JsonSerializer.Serialize(stream, value, type);
            stream.WriteByte((byte)'\n');
        });

    /// <exception cref="InvalidInputException">There are faults; the message lists them.</exception>
    public static void Refuse(string path, IReadOnlyCollection<string> faults)
    {
        if (faults.Count > 0)
        {
            throw new InvalidInputException($"{path}: {OneLine.List(faults)}; {Advice}");
        }
    }

    private static void CheckSchema(string path, byte[] json, int schema)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException($"expected an object, found {document.RootElement.ValueKind}");
        }

        if (!document.RootElement.TryGetProperty("schema", out var found) || found.ValueKind != JsonValueKind.Number || !found.TryGetInt32(out var number))
        {
            throw new JsonException($"\"schema\": expected {schema}, found {(found.ValueKind == JsonValueKind.Undefined ? "nothing" : found.GetRawText())}");
        }

        if (number != schema)
        {
            throw new InvalidInputException($"{path}: schema {number} is not known; this program reads schema {schema}; use the diagcodec that wrote the file");
        }
    }
}
