using System.Text.Json.Serialization;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Faults;
using DiagCodec.Networks.Files;
using DiagCodec.Networks.Models;

namespace DiagCodec.LearnedCodecs.Orchestrated.Files;

/// <summary>Reads and writes orchestrated.json. Unknown, doubled and missing fields are refused, so that a misspelt one is never a default.</summary>
internal static class OrchestratedJson
{
    private const long LongestFile = 1 << 20;

    /// <exception cref="InvalidInputException">The file is no such document, or values are out of range; all are listed.</exception>
    public static OrchestratedDocument Read(string path)
    {
        var document = StrictJson.Read(path, OrchestratedContext.Default.OrchestratedDocument, OrchestratedDocument.CurrentSchema, LongestFile);
        StrictJson.Refuse(path, Faults(document));
        return document;
    }

    /// <exception cref="OutputException">The file cannot be written.</exception>
    public static void Write(string path, OrchestratedDocument document) =>
        StrictJson.Write(path, document, OrchestratedContext.Default.OrchestratedDocument, overwrite: true);

    private static List<string> Faults(OrchestratedDocument document)
    {
        var faults = new FieldFaults();
        faults.Expect(ModelName.IsValid(document.Name), "name", ModelName.Rule, document.Name);
        foreach (var fault in document.Layout.Faults())
        {
            faults.AddWhole("layout", fault);
        }

        faults.Expect(document.Classes.Length == document.Layout.Classes, "classes", $"{document.Layout.Classes} as the layout says", document.Classes.Length);
        faults.Expect(document.Input.Slices == document.Layout.Channels || document.Layout.Dimensions == 3, "input.slices", $"{document.Layout.Channels}, the layout's channels", document.Input.Slices);
        faults.Expect(double.IsFinite(document.Input.Low) && double.IsFinite(document.Input.High) && document.Input.Low < document.Input.High, "input", "low below high, both finite", $"{document.Input.Low} and {document.Input.High}");
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
    Converters = [typeof(WordConverter<InputKind>), typeof(WordConverter<OrchestratedDesign>)])]
[JsonSerializable(typeof(OrchestratedDocument))]
internal sealed partial class OrchestratedContext : JsonSerializerContext;
