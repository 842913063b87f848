using System.Text.Json.Serialization;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Faults;
using DiagCodec.Networks.Files;
using DiagCodec.Networks.Models;

namespace DiagCodec.LearnedCodecs.Detect.Files;

/// <summary>Reads and writes detector.json. Unknown, doubled and missing fields are refused, so that a misspelt one is never a default.</summary>
internal static class DetectorJson
{
    private const long LongestFile = 1 << 20;

    /// <exception cref="InvalidInputException">The file is no such document, or values are out of range; all are listed.</exception>
    public static DetectorDocument Read(string path)
    {
        var document = StrictJson.Read(path, DetectorContext.Default.DetectorDocument, DetectorDocument.CurrentSchema, LongestFile);
        StrictJson.Refuse(path, Faults(document));
        return document;
    }

    /// <exception cref="OutputException">The file cannot be written.</exception>
    public static void Write(string path, DetectorDocument document) =>
        StrictJson.Write(path, document, DetectorContext.Default.DetectorDocument, overwrite: true);

    private static List<string> Faults(DetectorDocument document)
    {
        var faults = new FieldFaults();
        faults.Expect(ModelName.IsValid(document.Task), "task", ModelName.Rule, document.Task);
        foreach (var fault in document.Layout.Faults())
        {
            faults.AddWhole("layout", fault);
        }

        faults.Expect(document.Classes.Length == document.Layout.Classes, "classes", $"{document.Layout.Classes} as the layout says", document.Classes.Length);
        faults.Expect(document.Input.Slices == document.Layout.Inputs, "input.slices", $"{document.Layout.Inputs}, the layout's inputs", document.Input.Slices);
        faults.Expect(
            double.IsFinite(document.Input.Low) && double.IsFinite(document.Input.High) && document.Input.Low < document.Input.High, "input", "low below high, both finite",
            $"{document.Input.Low} and {document.Input.High}");
        faults.Expect(document.SmallestArea >= 1, "smallestArea", "1 or more", document.SmallestArea);
        VouchedWeights.Check(faults, "weights", document.Weights.File, document.Weights.Sha256);
        return faults.Found;
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    WriteIndented = true,
    Converters = [typeof(WordConverter<InputKind>)])]
[JsonSerializable(typeof(DetectorDocument))]
internal sealed partial class DetectorContext : JsonSerializerContext;
