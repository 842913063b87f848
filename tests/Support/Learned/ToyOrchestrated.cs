using DiagCodec.LearnedCodecs.Orchestrated;
using DiagCodec.LearnedCodecs.Orchestrated.Files;
using DiagCodec.Networks.Models;
using TorchSharp;

namespace DiagCodec.Tests.Support;

/// <summary>Orchestrated models that have learnt nothing, small enough for tests.</summary>
internal static class ToyOrchestrated
{
    public static OrchestratedLayout Layout { get; } = new() { CompressionWidth = 1, Bits = 4, ReconstructionWidth = 1, SegmentorWidth = 1, CriticWidth = 1 };

    /// <summary>Random weights under the folder's own name.</summary>
    /// <param name="path">Of the folder.</param>
    /// <param name="design">What it consists of.</param>
    /// <param name="layout">Sizes.</param>
    /// <param name="high">Code value that becomes 1.</param>
    /// <param name="seed">Of the weights.</param>
    public static OrchestratedFolder Write(string path, OrchestratedDesign design, OrchestratedLayout layout, double high, int seed = 1)
    {
        torch.manual_seed(seed);
        using var network = new OrchestratedNetwork(design, layout);
        return OrchestratedFolder.Write(
            path,
            new OrchestratedDocument(
                OrchestratedDocument.CurrentSchema, Path.GetFileName(path), design, layout, new ModelInput(InputKind.Code, 0, high, null, 1, null, null),
                [new ModelClass(1, "square", new CodedConcept("1", "99X", "a"), new CodedConcept("2", "99X", "b"), "#ff0000")],
                new StoredWeights("", ""), new TrainingRecord("diagcodec", 1, "toys", "split.json")),
            network,
            default);
    }
}
