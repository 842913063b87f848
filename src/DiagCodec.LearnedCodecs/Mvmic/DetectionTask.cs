using System.Collections.Immutable;
using DiagCodec.LearnedCodecs.Detect;
using DiagCodec.Metrics.Detection;
using DiagCodec.Segmentation.Input;
using DiagCodec.Segmentation.Train.Sampling;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Mvmic;

/// <summary>Detection of the connected parts of label maps: CenterNet's loss, COCO's figures over all slices of all cases together.</summary>
/// <param name="network">Stays the caller's.</param>
/// <param name="smallestArea">Pixels that a part must have to count as a box.</param>
/// <param name="localContrast">Deviation of the window in which the network wants contrast made even, pixels; null for none. Pictures come without.</param>
public sealed class DetectionTask(CentreDetector network, int smallestArea, double? localContrast) : IVisionTask
{
    public nn.Module Network => network;

    public int Inputs => network.Layout.Inputs;

    public static ImmutableArray<string> FigureNames { get; } = ["mAP .50:.95", "mAP .50", "mAP .75"];

    public ImmutableArray<string> Figures => FigureNames;

    public Tensor LossOf(Tensor decoded, PatchBatch batch)
    {
        using var scope = NewDisposeScope();
        return DetectorLoss.Of(network.call(Seen(decoded)), DetectorTrainer.Targets(batch, network.Layout, smallestArea)).MoveToOuterDisposeScope();
    }

    public CaseFindings Look(IEnumerable<(Tensor Seen, byte[] Truth)> slices)
    {
        using var still = no_grad();
        var images = ImmutableArray.CreateBuilder<ImageDetections>();
        foreach (var (seen, truth) in slices)
        {
            using var scope = NewDisposeScope();
            using var picture = seen;
            var found = new BoxDetector(network, seen.device).Detect(Seen(seen));
            images.Add(new ImageDetections(LabelBoxes.Of(truth, (int)seen.shape[3], network.Layout.Classes, smallestArea), found));
        }

        return new CaseFindings(Figured(images), images.ToImmutable());
    }

    public ImmutableArray<double?> Accuracy(IReadOnlyCollection<CaseFindings> cases) => Figured([.. cases.SelectMany(c => c.Images)]);

    private static ImmutableArray<double?> Figured(IReadOnlyCollection<ImageDetections> images) =>
        DetectionScore.Of(images) is { } score ? [score.Mean, score.Coarse, score.Fine] : [null, null, null];

    private Tensor Seen(Tensor pictures) => localContrast is { } deviation ? TensorContrast.Of(pictures, deviation) : pictures;
}
