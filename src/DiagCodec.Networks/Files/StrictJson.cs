using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Faults;

namespace DiagCodec.Networks.Files;

/// <summary>Documents with a "schema" number: an unknown schema is told before the fields that only it has.</summary>
internal static class StrictJson
{
    private const string Advice = "correct the file, or get a fresh copy of it";
    private const int LongestReason = 400;
    private const int ListedFaults = 20;

    public static T Read<T>(string path, JsonTypeInfo<T> type, int schema, long longest)
        where T : class
    {
        var json = InputFile.ReadAll(path, longest);
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            CheckSchema(path, document.RootElement, schema);
            Refuse(path, JsonShape.Find(document.RootElement, type));
            return document.Deserialize(type) ?? throw new JsonException("it is null");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException or FormatException)
        {
            throw new InvalidInputException($"{path}: {OneLine.Of(e.Message.ReplaceLineEndings(" "), LongestReason)}; {Advice}", e);
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
            throw new InvalidInputException($"{path}: {OneLine.List(faults, ListedFaults)}; {Advice}");
        }
    }

    private static void CheckSchema(string path, JsonElement document, int schema)
    {
        if (document.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException($"expected an object, found {document.ValueKind}");
        }

        if (!document.TryGetProperty("schema", out var found) || found.ValueKind != JsonValueKind.Number || !found.TryGetInt32(out var number))
        {
            throw new JsonException($"schema: expected {schema}, found {(found.ValueKind == JsonValueKind.Undefined ? "nothing" : OneLine.Of(found.GetRawText()))}");
        }

        if (number != schema)
        {
            throw new InvalidInputException($"{path}: schema {number} is not known; this program reads schema {schema}; use the diagcodec that wrote the file");
        }
    }
}
