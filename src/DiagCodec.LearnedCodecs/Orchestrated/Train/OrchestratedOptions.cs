using DiagCodec.Imaging.Faults;

namespace DiagCodec.LearnedCodecs.Orchestrated.Train;

/// <summary>How the orchestrated networks are trained. The paper gives no weights of its losses; the defaults take each of them as it is.</summary>
public sealed record OrchestratedOptions
{
    /// <summary>Epochs, 1 or more; an epoch ends with a validation and a checkpoint.</summary>
    public int Epochs { get; init; } = 50;

    /// <summary>Batches in an epoch, 1 or more.</summary>
    public int StepsPerEpoch { get; init; } = 50;

    /// <summary>Images in a batch, 2 or more; SegAN takes 36.</summary>
    public int Batch { get; init; } = 4;

    /// <summary>Sides of an image, a multiple of 16, at least 48; SegAN takes 128.</summary>
    public int Patch { get; init; } = 128;

    /// <summary>Of Adam, above 0; SegAN's.</summary>
    public double LearningRate { get; init; } = 2e-4;

    /// <summary>Adam's first memory, 0 to below 1; SegAN's.</summary>
    public double Beta1 { get; init; } = 0.5;

    /// <summary>Epochs after which the learning rates are halved, again and again, 1 or more; SegAN's.</summary>
    public int HalveEvery { get; init; } = 25;

    /// <summary>Of the bit model's probabilities, which have a long way to go, above 0.</summary>
    public double BitLearningRate { get; init; } = 2e-2;

    /// <summary>Largest size of the critic's weights, above 0; SegAN's.</summary>
    public double CriticClip { get; init; } = 0.05;

    /// <summary>Of loss_dis, 0 or more.</summary>
    public double DistanceWeight { get; init; } = 1;

    /// <summary>Of loss_seg, 0 or more.</summary>
    public double SegmentationWeight { get; init; } = 1;

    /// <summary>Of loss_cr, in bits per pixel, 0 or more; the knob that sets the rate of D4.</summary>
    public double RateWeight { get; init; } = 1;

    /// <summary>
    /// Epochs over which the rate's weight rises from 0 to its own, 0 or more; ours, the paper says nothing of it. As long as the segmentor knows nothing,
    /// bits are all cost and the code dies.
    /// </summary>
    public int RateWarmUp { get; init; } = 5;

    /// <summary>
    /// Epochs over which a feature image is drawn to <see cref="Guide"/>, by the squared error with a weight that falls from 1 to 0; 0 or more. Ours: code, reconstruction and
    /// segmentor begin without a common language, and find none through random bits within the steps that two cores have time for.
    /// </summary>
    public int GuideEpochs { get; init; }

    /// <summary>What feature images are drawn to while that lasts.</summary>
    public FeatureGuide Guide { get; init; }

    /// <summary>At most so many slices are validated in an epoch, 1 or more.</summary>
    public int ValidationSlices { get; init; } = 40;

    /// <summary>Of weights, batches and binarisation, 0 or more.</summary>
    public int Seed { get; init; } = 1;

    public int Steps => Epochs * StepsPerEpoch;

    /// <param name="step">From 0.</param>
    public double LearningRateAt(int step) => LearningRate * Math.Pow(0.5, step / StepsPerEpoch / HalveEvery);

    /// <param name="step">From 0.</param>
    public double RateWeightAt(int step) => RateWarmUp == 0 ? RateWeight : RateWeight * Math.Min(1, (double)step / (RateWarmUp * StepsPerEpoch));

    /// <summary>Weight of the guide; 0 once it has ended.</summary>
    /// <param name="step">From 0.</param>
    public double GuideWeightAt(int step) => GuideEpochs == 0 ? 0 : Math.Max(0, 1 - ((double)step / (GuideEpochs * StepsPerEpoch)));

    /// <exception cref="UsageException">One or more values are out of range; all are named.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        Check(Epochs >= 1, $"epochs is {Epochs}, expected 1 or more");
        Check(StepsPerEpoch >= 1, $"steps per epoch is {StepsPerEpoch}, expected 1 or more");
        Check((long)Epochs * StepsPerEpoch <= int.MaxValue, $"steps are {(long)Epochs * StepsPerEpoch} in all, expected at most {int.MaxValue}");
        Check(Batch is >= 2 and <= 1024, $"batch is {Batch}, expected 2 to 1024");
        Check(Patch is >= 48 and <= 4096 && Patch % 16 == 0, $"patch is {Patch}, expected a multiple of 16 from 48 to 4096");
        Check(LearningRate is > 0 and <= 1, $"learning rate is {LearningRate}, expected above 0 to 1");
        Check(Beta1 is >= 0 and < 1, $"beta1 is {Beta1}, expected 0 to below 1");
        Check(HalveEvery >= 1, $"halve every is {HalveEvery}, expected 1 or more");
        Check(BitLearningRate is > 0 and <= 1, $"bit learning rate is {BitLearningRate}, expected above 0 to 1");
        Check(CriticClip > 0, $"critic clip is {CriticClip}, expected above 0");
        Check(DistanceWeight is >= 0 and < double.PositiveInfinity, $"distance weight is {DistanceWeight}, expected 0 or more");
        Check(SegmentationWeight is >= 0 and < double.PositiveInfinity, $"segmentation weight is {SegmentationWeight}, expected 0 or more");
        Check(RateWeight is >= 0 and < double.PositiveInfinity, $"rate weight is {RateWeight}, expected 0 or more");
        Check(RateWarmUp >= 0, $"rate warm-up is {RateWarmUp}, expected 0 or more");
        Check(GuideEpochs >= 0, $"guide epochs is {GuideEpochs}, expected 0 or more");
        Check(ValidationSlices >= 1, $"validation slices is {ValidationSlices}, expected 1 or more");
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
