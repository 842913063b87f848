using DiagCodec.Imaging.Faults;
using DiagCodec.Segmentation.Train.Sampling;

namespace DiagCodec.LearnedCodecs.Detect;

/// <summary>How a detector is trained.</summary>
public sealed record DetectorOptions
{
    /// <summary>Batches in all, 1 or more.</summary>
    public int Steps { get; init; } = 1000;

    /// <summary>Epochs that a training of a model divides the steps into, 1 or more and no more than steps; each ends with a validation and a checkpoint.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>What batches are made of.</summary>
    public PatchOptions Patches { get; init; } = new() { Size = 128, Batch = 8 };

    /// <summary>At most so many slices are validated in an epoch, 1 or more.</summary>
    public int ValidationSlices { get; init; } = 100;

    /// <summary>Of AdamW at its highest, above 0; it falls to 0 along a half cosine.</summary>
    public double LearningRate { get; init; } = 2e-3;

    /// <summary>Of AdamW, 0 to 1.</summary>
    public double WeightDecay { get; init; } = 1e-2;

    /// <summary>Largest norm of all gradients together, above 0.</summary>
    public double GradientNorm { get; init; } = 12;

    /// <summary>Pixels that a part of the label map must have to count as a box, 1 or more.</summary>
    public int SmallestArea { get; init; } = 9;

    /// <summary>Of the weights, 0 or more.</summary>
    public int Seed { get; init; } = 1;

    /// <param name="step">From 0.</param>
    public double LearningRateAt(int step) => LearningRate * (1 + Math.Cos(Math.PI * step / Steps)) / 2;

    /// <exception cref="UsageException">One or more values are out of range; all are named.</exception>
    public void Validate()
    {
        (bool Holds, FormattableString Fault)[] checks =
        [
            (Steps >= 1, $"steps is {Steps}, expected 1 or more"),
            (Epochs >= 1 && (Steps < 1 || Epochs <= Steps), $"epochs is {Epochs}, expected 1 to the steps, {Steps}"),
            (ValidationSlices >= 1, $"validation slices is {ValidationSlices}, expected 1 or more"),
            (Patches.Batch is >= 1 and <= 1024, $"batch is {Patches.Batch}, expected 1 to 1024"),
            (Patches.Size is >= 8 and <= 4096 && Patches.Size % 8 == 0, $"patch is {Patches.Size}, expected a multiple of 8 up to 4096"),
            (LearningRate is > 0 and <= 1, $"learning rate is {LearningRate}, expected above 0 to 1"),
            (WeightDecay is >= 0 and <= 1, $"weight decay is {WeightDecay}, expected 0 to 1"),
            (GradientNorm > 0, $"gradient norm is {GradientNorm}, expected above 0"),
            (SmallestArea >= 1, $"smallest area is {SmallestArea}, expected 1 or more"),
            (Seed >= 0, $"seed is {Seed}, expected 0 or more"),
        ];
        if (checks.Where(c => !c.Holds).Select(c => FormattableString.Invariant(c.Fault)).ToList() is [_, ..] faults)
        {
            throw new UsageException($"detector: {string.Join("; ", faults)}");
        }
    }
}
