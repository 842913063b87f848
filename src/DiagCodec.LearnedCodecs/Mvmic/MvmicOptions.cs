using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.Segmentation.Train.Sampling;

namespace DiagCodec.LearnedCodecs.Mvmic;

/// <summary>How MVMICNet is trained: stage 1 the codec with a frozen task network, stage 2 the task network with a frozen codec.</summary>
public sealed record MvmicOptions
{
    /// <summary>lambda1: of the mean squared error on a scale of 255, beside bits per pixel; above 0.</summary>
    public double DistortionWeight { get; init; } = 0.0067;

    /// <summary>lambda2: of the task's loss, 0 or more. The paper's scale of it is not known; 0 is a codec that knows nothing of the task.</summary>
    public double TaskWeight { get; init; } = 0.1;

    /// <summary>Of Adam for the codec, above 0; a third of it behind 4/5 of the steps, a tenth behind 9/10.</summary>
    public double LearningRate { get; init; } = 1e-4;

    /// <summary>Of Adam for the quantiles of the hyper-latents, above 0.</summary>
    public double QuantileLearningRate { get; init; } = 1e-3;

    /// <summary>Of Adam for the task network in stage 2, above 0; falls likewise.</summary>
    public double TuningRate { get; init; } = 1e-4;

    /// <summary>Largest norm of all gradients together, above 0.</summary>
    public double GradientNorm { get; init; } = 1;

    /// <summary>Epochs of stage 1, 1 or more; an epoch ends with a validation and a checkpoint.</summary>
    public int Epochs { get; init; } = 40;

    /// <summary>Epochs of stage 2, 0 or more.</summary>
    public int TuningEpochs { get; init; } = 10;

    /// <summary>Batches in an epoch, 1 or more.</summary>
    public int StepsPerEpoch { get; init; } = 50;

    /// <summary>At most so many slices are validated in an epoch, 1 or more.</summary>
    public int ValidationSlices { get; init; } = 40;

    /// <summary>What batches are made of; sizes are multiples of 64. A codec that learnt on turned or zoomed patches would know them as blurred ones.</summary>
    public PatchOptions Patches { get; init; } = new()
    {
        Size = 128,
        IsOnGrid = true,
        Augmentation = AugmentationOptions.None with { FlipColumns = 0.5, FlipRows = 0.5 },
    };

    /// <summary>
    /// How far patches of stage 2 differ from the images: as far as those that segmentation networks learn from. The codec does not learn then, and the network would soon know a few
    /// images by heart.
    /// </summary>
    public AugmentationOptions TuningAugmentation { get; init; } = new();

    /// <summary>Of weights, batches and noise, 0 or more.</summary>
    public int Seed { get; init; } = 1;

    /// <exception cref="UsageException">One or more values are out of range; all are named.</exception>
    public void Validate()
    {
        (bool Holds, FormattableString Fault)[] checks =
        [
            (DistortionWeight is > 0 and < double.PositiveInfinity, $"distortion weight is {DistortionWeight}, expected above 0"),
            (TaskWeight is >= 0 and < double.PositiveInfinity, $"task weight is {TaskWeight}, expected 0 or more"),
            (LearningRate is > 0 and <= 1, $"learning rate is {LearningRate}, expected above 0 to 1"),
            (QuantileLearningRate is > 0 and <= 1, $"quantile learning rate is {QuantileLearningRate}, expected above 0 to 1"),
            (TuningRate is > 0 and <= 1, $"tuning rate is {TuningRate}, expected above 0 to 1"),
            (GradientNorm > 0, $"gradient norm is {GradientNorm}, expected above 0"),
            (Epochs >= 1, $"epochs is {Epochs}, expected 1 or more"),
            (TuningEpochs >= 0, $"tuning epochs is {TuningEpochs}, expected 0 or more"),
            (StepsPerEpoch >= 1, $"steps per epoch is {StepsPerEpoch}, expected 1 or more"),
            ((long)(Epochs + TuningEpochs) * StepsPerEpoch <= int.MaxValue, $"steps are {(long)(Epochs + TuningEpochs) * StepsPerEpoch} in all, expected at most {int.MaxValue}"),
            (ValidationSlices >= 1, $"validation slices is {ValidationSlices}, expected 1 or more"),
            (Patches.Batch is >= 1 and <= 1024, $"batch is {Patches.Batch}, expected 1 to 1024"),
            (Patches.Size >= CodecShape.Stride && Patches.Size % CodecShape.Stride == 0, $"patch is {Patches.Size}, expected a multiple of {CodecShape.Stride}"),
            (Seed >= 0, $"seed is {Seed}, expected 0 or more"),
        ];
        if (checks.Where(c => !c.Holds).Select(c => FormattableString.Invariant(c.Fault)).ToList() is [_, ..] faults)
        {
            throw new UsageException($"mvmicnet: {string.Join("; ", faults)}");
        }
    }
}
