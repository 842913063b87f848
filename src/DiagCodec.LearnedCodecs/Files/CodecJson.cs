using System.Text.Json.Serialization;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Files;

namespace DiagCodec.LearnedCodecs.Files;

/// <summary>Reads and writes codec.json. Unknown, doubled and missing fields are refused, so that a misspelt one is never a default.</summary>
public static class CodecJson
{
    private const long LongestFile = 1 << 20;

    /// <exception cref="InvalidInputException">The file is no such document; all faults are listed.</exception>
    public static CodecDocument Read(string path)
    {
        var document = StrictJson.Read(path, CodecContext.Default.CodecDocument, CodecDocument.CurrentSchema, LongestFile);
        StrictJson.Refuse(path, CodecDocumentCheck.Find(document));
        return document;
    }

    /// <exception cref="ArgumentException">Values are out of range; all are listed.</exception>
    /// <exception cref="OutputException">The file cannot be written, or is there and <paramref name="overwrite"/> is false.</exception>
    public static void Write(string path, CodecDocument document, bool overwrite)
    {
        var faults = CodecDocumentCheck.Find(document);
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", faults), nameof(document));
        }

        StrictJson.Write(path, document, CodecContext.Default.CodecDocument, overwrite);
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(CodecDocument))]
internal sealed partial class CodecContext : JsonSerializerContext;
