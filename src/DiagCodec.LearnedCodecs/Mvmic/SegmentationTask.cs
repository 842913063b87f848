using System.Collections.Immutable;
using DiagCodec.LearnedCodecs.Layers;
using DiagCodec.Metrics.Segmentation;
using DiagCodec.Segmentation.Infer;
using DiagCodec.Segmentation.Input;
using DiagCodec.Segmentation.Network;
using DiagCodec.Segmentation.Train;
using DiagCodec.Segmentation.Train.Sampling;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Mvmic;

/// <summary>Segmentation: the loss is cross-entropy plus soft Dice, the figures are the Dice of every class, a case's voxels counted together, then the mean over the cases.</summary>
/// <param name="network">Stays the caller's.</param>
/// <param name="classes">Names of the foreground classes.</param>
/// <param name="localContrast">Deviation of the window in which the network wants contrast made even, pixels; null for none. Pictures come without.</param>
public sealed class SegmentationTask(UNet2d network, ImmutableArray<string> classes, double? localContrast) : IVisionTask
{
    public nn.Module Network => network;

    public int Inputs => network.Inputs;

    public ImmutableArray<string> Figures { get; } = [.. classes.Select(c => $"Dice {c}")];

    public Tensor LossOf(Tensor decoded, PatchBatch batch)
    {
        using var scope = NewDisposeScope();
        var labels = tensor(batch.Labels, [batch.Batch, batch.Size, batch.Size]).to(decoded.device);
        var scores = network.call(Seen(decoded));
        var (margin, inner) = (Margin(batch.Size), batch.Size - (2 * Margin(batch.Size)));
        return SegmentationLoss.Of(Middle(Middle(scores, 2), 3), Middle(Middle(labels, 1), 2)).MoveToOuterDisposeScope();

        Tensor Middle(Tensor whole, int dimension) => whole.narrow(dimension, margin, inner);
    }

    public CaseFindings Look(IEnumerable<(Tensor Seen, byte[] Truth)> slices)
    {
        network.eval();
        using var still = no_grad();
        var counts = new ConfusionCounts(network.Classes);
        foreach (var (seen, truth) in slices)
        {
            using var scope = NewDisposeScope();
            using var picture = seen;
            var (rows, columns) = (seen.shape[2], seen.shape[3]);
            var scores = network.call(WholeMultiple.Padded(Seen(seen), network.Multiple)).narrow(2, 0, rows).narrow(3, 0, columns);
            var found = new byte[truth.Length];
            MostProbable.Of(scores.contiguous().cpu().data<float>().ToArray(), network.Classes, found);
            counts.Add(truth, found);
        }

        return new CaseFindings([.. Enumerable.Range(1, network.Classes - 1).Select(k => counts.Of(k).Dice)], []);
    }

    public ImmutableArray<double?> Accuracy(IReadOnlyCollection<CaseFindings> cases) =>
        [.. Enumerable.Range(0, network.Classes - 1).Select(k => cases.Average(c => c.Accuracy[k]))];

    /// <summary>
    /// Near its border a patch has another local contrast than in its slice, and a network that learns from it learns something else. So the loss leaves out as much as the window's weight reaches to, a quarter of the patch at most.
    /// </summary>
    private int Margin(int size) => localContrast is { } deviation ? Math.Min(size / 4, (int)Math.Ceiling(1.5 * deviation)) : 0;

    private Tensor Seen(Tensor pictures) => localContrast is { } deviation ? TensorContrast.Of(pictures, deviation) : pictures;
}
