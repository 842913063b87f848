using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DiagCodec.LearnedCodecs.Orchestrated.Files;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.LearnedCodecs.Orchestrated.Train;

/// <summary>What is trained on what.</summary>
/// <param name="Name">Of the run, for progress.</param>
/// <param name="Design">Which networks.</param>
/// <param name="Layout">Their sizes.</param>
/// <param name="Options">How.</param>
/// <param name="Classes">Names of the foreground classes.</param>
/// <param name="Training">At least one case.</param>
/// <param name="Validation">None: the last epoch's weights are kept.</param>
/// <param name="Data">Tells the data apart from any other.</param>
public sealed record OrchestratedPlan(
    string Name,
    OrchestratedDesign Design,
    OrchestratedLayout Layout,
    OrchestratedOptions Options,
    ImmutableArray<string> Classes,
    ImmutableArray<TrainingCase> Training,
    ImmutableArray<TrainingCase> Validation,
    string Data)
{
    /// <summary>Whose weights the networks begin with; null for random ones. The critic always begins with random ones.</summary>
    public OrchestratedFolder? Start { get; init; }

    /// <summary>What keeps <see cref="Start"/> from being one, in words; or null.</summary>
    public string? StartFault()
    {
        if (Start is not { Document: var begun } || (begun.Design.Compresses == Design.Compresses && begun.Layout with { CriticWidth = Layout.CriticWidth } == Layout))
        {
            return null;
        }

        return $"{Start.Path}: design {begun.Design} with {Sizes(begun.Layout)} cannot begin a training of {Design} with {Sizes(Layout)}; give it the same sizes";

        static string Sizes(OrchestratedLayout layout) => FormattableString.Invariant(
            $"{layout.Dimensions} dimensions, {layout.Classes} classes, {layout.Bits} bits and widths {layout.CompressionWidth}, {layout.ReconstructionWidth} and {layout.SegmentorWidth}");
    }

    /// <summary>SHA-256 of all that decides the result; a run folder of another hash is not continued.</summary>
    public string Hash() => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { Design = Design.ToString(), Layout, Options, Classes = string.Join('|', Classes), Data = DataAndStart }))));

    private string DataAndStart => Start is null ? Data : $"{Data} {Start.Document.Weights.Sha256}";
}
