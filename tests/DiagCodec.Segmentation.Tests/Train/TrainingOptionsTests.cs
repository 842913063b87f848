using DiagCodec.Imaging.Faults;
using DiagCodec.Segmentation.Train;
using DiagCodec.Segmentation.Train.Sampling;

namespace DiagCodec.Segmentation.Tests.Train;

public class TrainingOptionsTests
{
    [Fact]
    public void What_is_preset_is_allowed() => new TrainingOptions().Validate(32);

    [Fact]
    public void All_faults_are_named_together()
    {
        var options = new TrainingOptions
        {
            Epochs = 0,
            StepsPerEpoch = -1,
            LearningRate = 0,
            WarmUp = -2,
            WeightDecay = -0.5,
            GradientNorm = 0,
            Averaging = 1,
            Patience = -3,
            ValidationSlices = 0,
            Seed = -4,
            Patches = new PatchOptions { Size = 40, Batch = 0, ForegroundShare = 1.5, CodedShare = -0.25 },
        };
        var message = Assert.Throws<UsageException>(() => options.Validate(16)).Message;
        Assert.All(
            (string[])
            [
                "epochs is 0", "steps per epoch is -1", "learning rate is 0", "warm-up is -2", "weight decay is -0.5", "gradient norm is 0", "averaging is 1",
                "patience is -3", "validation slices is 0", "seed is -4", "patch is 40, expected a multiple of 16", "batch is 0", "foreground share is 1.5",
                "coded share is -0.25",
            ],
            fault => Assert.Contains(fault, message, StringComparison.Ordinal));
        Assert.DoesNotContain('\n', message);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_no_number_is_refused(double value)
    {
        Refused(new TrainingOptions { LearningRate = value }, "learning rate");
        Refused(new TrainingOptions { WeightDecay = value }, "weight decay");
        Refused(new TrainingOptions { Averaging = value }, "averaging");
        Refused(new TrainingOptions { Patches = new PatchOptions { ForegroundShare = value } }, "foreground share");
        Refused(new TrainingOptions { Patches = new PatchOptions { CodedShare = value } }, "coded share");
    }

    [Fact]
    public void More_steps_than_can_be_counted_are_refused() => Refused(new TrainingOptions { Epochs = 100_000, StepsPerEpoch = 100_000 }, "steps");

    [Fact]
    public void The_learning_rate_rises_and_falls()
    {
        var options = new TrainingOptions { Epochs = 2, StepsPerEpoch = 50, LearningRate = 0.01, WarmUp = 10 };
        Assert.Equal(100, options.Steps);
        Assert.Equal(0.01 * 0.1, options.LearningRateAt(0), 12);
        Assert.Equal(0.01 * 0.5 * Math.Pow(0.96, 0.9), options.LearningRateAt(4), 12);
        Assert.Equal(0.01 * Math.Pow(0.91, 0.9), options.LearningRateAt(9), 12);
        Assert.Equal(0.01 * Math.Pow(0.5, 0.9), options.LearningRateAt(50), 12);
        Assert.Equal(0.01 * Math.Pow(0.01, 0.9), options.LearningRateAt(99), 12);
        Assert.Equal(0.01, (options with { WarmUp = 0 }).LearningRateAt(0), 12);
    }

    private static void Refused(TrainingOptions options, string told) =>
        Assert.Contains(told, Assert.Throws<UsageException>(() => options.Validate(16)).Message, StringComparison.Ordinal);
}
