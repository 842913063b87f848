using System.Text.Json.Serialization;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Files;

namespace DiagCodec.Allocation.Policies.Files;

/// <summary>
/// Reads and writes policy.json. Equal documents give equal bytes. Unknown, doubled and missing fields are refused, so that a misspelt
/// one is never a default.
/// </summary>
public static class PolicyJson
{
    private const long LongestFile = 1 << 20;

    /// <exception cref="InvalidInputException">The file is no such document. All faults of its fields
    /// are listed together; where there are none, all values out of range.</exception>
    public static PolicyDocument Read(string path)
    {
        var document = StrictJson.Read(path, PolicyContext.Default.PolicyDocument, PolicyDocument.CurrentSchema, LongestFile);
        StrictJson.Refuse(path, PolicyDocumentCheck.Find(document));
        return document;
    }

    /// <exception cref="ArgumentException">Values are out of range; all are listed.</exception>
    /// <exception cref="OutputException">The file cannot be written, or is there and <paramref name="overwrite"/> is false.</exception>
    public static void Write(string path, PolicyDocument document, bool overwrite)
    {
        PolicyDocumentCheck.Demand(document);
        StrictJson.Write(path, document, PolicyContext.Default.PolicyDocument, overwrite);
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
[JsonSerializable(typeof(PolicyDocument))]
internal sealed partial class PolicyContext : JsonSerializerContext;
