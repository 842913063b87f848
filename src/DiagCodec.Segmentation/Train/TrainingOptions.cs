using DiagCodec.Imaging.Faults;
using DiagCodec.Segmentation.Train.Sampling;

namespace DiagCodec.Segmentation.Train;

/// <summary>How a network is trained.</summary>
public sealed record TrainingOptions
{
    /// <summary>Epochs, 1 or more; an epoch ends with a validation and a checkpoint.</summary>
    public int Epochs { get; init; } = 12;

    /// <summary>Batches in an epoch, 1 or more.</summary>
    public int StepsPerEpoch { get; init; } = 50;

    /// <summary>Of AdamW at its highest, above 0; it falls as (1 - step / all steps)^0.9 (nnU-Net's schedule).</summary>
    public double LearningRate { get; init; } = 2e-3;

    /// <summary>Steps over which the learning rate rises from 0, 0 or more.</summary>
    public int WarmUp { get; init; } = 30;

    /// <summary>Of AdamW, 0 to 1.</summary>
    public double WeightDecay { get; init; } = 1e-2;

    /// <summary>Largest norm of all gradients together, above 0.</summary>
    public double GradientNorm { get; init; } = 12;

    /// <summary>What is kept is a running mean of the weights; this is its memory per step, 0 to below 1.</summary>
    public double Averaging { get; init; } = 0.98;

    /// <summary>Epochs without a better validation Dice after which training ends; 0: never.</summary>
    public int Patience { get; init; }

    /// <summary>At most so many slices are validated in an epoch, evenly spread; 1 or more.</summary>
    public int ValidationSlices { get; init; } = 60;

    /// <summary>Of weights and batches, 0 or more.</summary>
    public int Seed { get; init; } = 1;

    public PatchOptions Patches { get; init; } = new();

    public int Steps => Epochs * StepsPerEpoch;

    /// <param name="step">From 0.</param>
    public double LearningRateAt(int step) =>
        LearningRate * Math.Min(1, (step + 1.0) / WarmUp) * Math.Pow(1 - ((double)step / Steps), 0.9);

    /// <param name="multiple">The sizes of patches must be multiples of it.</param>
    /// <exception cref="UsageException">One or more values are out of range; all are named.</exception>
    public void Validate(int multiple)
    {
        var faults = new List<string>();
        Check(Epochs >= 1, $"epochs is {Epochs}, expected 1 or more");
        Check(StepsPerEpoch >= 1, $"steps per epoch is {StepsPerEpoch}, expected 1 or more");
        Check((long)Epochs * StepsPerEpoch <= int.MaxValue, $"steps are {(long)Epochs * StepsPerEpoch} in all, expected at most {int.MaxValue}");
        Check(LearningRate is > 0 and <= 1, $"learning rate is {LearningRate}, expected above 0 to 1");
        Check(WarmUp >= 0, $"warm-up is {WarmUp}, expected 0 or more");
        Check(WeightDecay is >= 0 and <= 1, $"weight decay is {WeightDecay}, expected 0 to 1");
        Check(GradientNorm > 0, $"gradient norm is {GradientNorm}, expected above 0");
        Check(Averaging is >= 0 and < 1, $"averaging is {Averaging}, expected 0 to below 1");
        Check(Patience >= 0, $"patience is {Patience}, expected 0 or more");
        Check(ValidationSlices >= 1, $"validation slices is {ValidationSlices}, expected 1 or more");
        Check(Patches.Batch is >= 1 and <= 1024, $"batch is {Patches.Batch}, expected 1 to 1024");
        Check(Patches.Size >= multiple && Patches.Size % multiple == 0, $"patch is {Patches.Size}, expected a multiple of {multiple}");
        Check(Patches.ForegroundShare is >= 0 and <= 1, $"foreground share is {Patches.ForegroundShare}, expected 0 to 1");
        Check(Patches.CodedShare is >= 0 and <= 1, $"coded share is {Patches.CodedShare}, expected 0 to 1");
        Check(Seed >= 0, $"seed is {Seed}, expected 0 or more");
        if (faults.Count > 0)
        {
            throw new UsageException($"training: {string.Join("; ", faults)}");
        }

        void Check(bool holds, FormattableString fault)
        {
            if (!holds)
            {
                faults.Add(FormattableString.Invariant(fault));
            }
        }
    }
}
