using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Detect;

/// <summary>
/// CenterNet's loss (Zhou et al. 2019): focal loss of the heat maps with exponents 2 and 4, so that cells near a centre are hardly punished, plus the mean
/// absolute error of size and place at and round the centres.
/// </summary>
public static class DetectorLoss
{
    /// <param name="output">Of the detector.</param>
    /// <param name="targets">Of the same images.</param>
    /// <returns>A scalar with a gradient, 0 or more.</returns>
    public static Tensor Of(Tensor output, DetectionTargets targets)
    {
        using var scope = NewDisposeScope();
        var (count, rows, columns) = (output.shape[0], output.shape[2], output.shape[3]);
        var classes = output.shape[1] - CentreDetector.BoxChannels;
        var heat = tensor(targets.Heat, [count, classes, rows, columns]).to(output.device);
        var boxes = tensor(targets.Boxes, [count, CentreDetector.BoxChannels, rows, columns]).to(output.device);
        var weights = tensor(targets.Weights, [count, 1, rows, columns]).to(output.device);
        var found = Math.Max(1, targets.Heat.Count(h => h == 1));
        var scores = output.narrow(1, 0, classes);
        var chance = scores.sigmoid();
        var isCentre = heat.eq(1).to_type(ScalarType.Float32);
        var hits = isCentre * (1 - chance).square() * nn.functional.logsigmoid(scores);
        var misses = (1 - isCentre) * (1 - heat).pow(4) * chance.square() * nn.functional.logsigmoid(-scores);
        var places = ((output.narrow(1, classes, CentreDetector.BoxChannels) - boxes).abs() * weights).sum() / Math.Max(1, targets.Weights.Sum());
        return (places - ((hits.sum() + misses.sum()) / found)).MoveToOuterDisposeScope();
    }
}
