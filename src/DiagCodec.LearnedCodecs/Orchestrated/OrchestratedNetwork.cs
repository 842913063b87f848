using DiagCodec.LearnedCodecs.Orchestrated.Code;
using DiagCodec.LearnedCodecs.Orchestrated.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Orchestrated;

/// <summary>
/// All that is used after training: compression C with its bit model, feature reconstruction g, segmentor s (Liu et al., MICCAI 2020). The critic is not
/// among it. A design without compression has a segmentor alone.
/// </summary>
public sealed class OrchestratedNetwork : nn.Module
{
    private readonly CompressionNetwork? compression;
    private readonly BernoulliModel? bits;
    private readonly FeatureReconstruction? reconstruction;
    private readonly SegAnSegmentor segmentor;

    /// <param name="design">Which of the designs.</param>
    /// <param name="layout">Sizes.</param>
    public OrchestratedNetwork(OrchestratedDesign design, OrchestratedLayout layout)
        : base(nameof(OrchestratedNetwork))
    {
        (Design, Layout) = (design, layout);
        var layers = new SpatialLayers(layout.Dimensions);
        var seen = design.MakesFeatures ? 1 : layout.Channels;
        if (design.Compresses)
        {
            compression = new CompressionNetwork(layers, layout.Channels, layout.CompressionWidth, layout.Bits);
            bits = new BernoulliModel(layout.Bits);
            reconstruction = new FeatureReconstruction(layers, layout.Bits, layout.ReconstructionWidth, seen);
        }

        segmentor = new SegAnSegmentor(layers, seen, layout.Classes, layout.SegmentorWidth);
        RegisterComponents();
    }

    public OrchestratedDesign Design { get; }

    public OrchestratedLayout Layout { get; }

    /// <exception cref="InvalidOperationException">The design does not compress.</exception>
    public CompressionNetwork Compression => compression ?? throw NoCode();

    /// <exception cref="InvalidOperationException">The design does not compress.</exception>
    public BernoulliModel Bits => bits ?? throw NoCode();

    /// <exception cref="InvalidOperationException">The design does not compress.</exception>
    public FeatureReconstruction Reconstruction => reconstruction ?? throw NoCode();

    public SegAnSegmentor Segmentor => segmentor;

    private InvalidOperationException NoCode() => new($"design {Design} has no code");
}
