using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.Segmentation.Train;

/// <summary>
/// A running mean of a network's weights over the steps (Polyak averaging), which scores steadier than the last step's weights.
/// The memory grows over the first steps, so that the random start is soon forgotten.
/// </summary>
public static class WeightAverage
{
    /// <param name="average">Is moved towards <paramref name="current"/>; a network of the same layout.</param>
    /// <param name="current">The network being trained.</param>
    /// <param name="memory">0 to below 1.</param>
    /// <param name="step">From 0.</param>
    public static void Update(nn.Module average, nn.Module current, double memory, int step)
    {
        var kept = Math.Min(memory, (step + 1.0) / (step + 10.0));
        using var scope = NewDisposeScope();
        using var fixedGraph = no_grad();
        foreach (var (to, from) in average.parameters().Zip(current.parameters()))
        {
            to.mul_(kept).add_(from, alpha: 1 - kept);
        }
    }

    public static void Copy(nn.Module to, nn.Module from)
    {
        using var scope = NewDisposeScope();
        using var fixedGraph = no_grad();
        foreach (var (target, source) in to.parameters().Zip(from.parameters()))
        {
            target.copy_(source);
        }
    }
}
