using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Models;

namespace DiagCodec.LearnedCodecs.Train;

/// <summary>How a codec is trained. The defaults are CompressAI's, but for the number of steps.</summary>
public sealed record CodecTrainingOptions
{
    /// <summary>Weight of the error: lambda * 255^2 * mean squared error + bits a pixel; above 0 to 1000.</summary>
    public double Lambda { get; init; } = 0.0067;

    /// <summary>Steps of the optimiser.</summary>
    public int Steps { get; init; } = 20_000;

    /// <summary>Patches in a step.</summary>
    public int Batch { get; init; } = 8;

    /// <summary>Sides of a patch in pixels, a multiple of 64.</summary>
    public int Patch { get; init; } = 256;

    /// <summary>Adam's; a third of it behind 4/5 of the steps, a tenth behind 9/10.</summary>
    public double LearningRate { get; init; } = 1e-4;

    /// <summary>Of the quantiles' own Adam.</summary>
    public double QuantileRate { get; init; } = 1e-3;

    /// <summary>The norm that gradients are cut to.</summary>
    public double GradientNorm { get; init; } = 1;

    /// <summary>Of weights, patches and noise.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Steps from one validation and checkpoint to the next.</summary>
    public int CheckpointSteps { get; init; } = 500;

    public double LearningRateAt(int step) => LearningRateFall.At(LearningRate, step, Steps);

    /// <exception cref="UsageException">A value is out of range; all are named.</exception>
    public void Validate()
    {
        string[] faults =
        [
            .. Fault(Lambda is > 0 and <= 1000, FormattableString.Invariant($"lambda: expected above 0 to 1000, found {Lambda}")),
            .. Fault(Steps >= 1, $"steps: expected 1 or more, found {Steps}"),
            .. Fault(Batch >= 1, $"batch: expected 1 or more, found {Batch}"),
            .. Fault(Patch >= CodecShape.Stride && Patch % CodecShape.Stride == 0, $"patch: expected a multiple of {CodecShape.Stride}, found {Patch}"),
            .. Fault(LearningRate is > 0 and < 1, FormattableString.Invariant($"learning rate: expected above 0 to below 1, found {LearningRate}")),
            .. Fault(Seed >= 0, $"seed: expected 0 or more, found {Seed}"),
            .. Fault(CheckpointSteps >= 1, $"checkpoint: expected 1 step or more, found {CheckpointSteps}"),
        ];
        if (faults.Length > 0)
        {
            throw new UsageException(string.Join("; ", faults));
        }

        static string[] Fault(bool isRight, string words) => isRight ? [] : [words];
    }
}
