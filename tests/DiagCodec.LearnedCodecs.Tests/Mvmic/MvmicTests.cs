using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Detect;
using DiagCodec.LearnedCodecs.Layers;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Mvmic;
using DiagCodec.LearnedCodecs.Tests.Detect;
using DiagCodec.Metrics.Detection;
using DiagCodec.Segmentation.Network;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Tests.Mvmic;

public sealed class MvmicTests
{
    private static readonly CodecShape Small = new(CodecShape.Mvmic, 1, 8, 8);

    [Theory]
    [InlineData(3, 128, 192, 7_028_003)]
    [InlineData(1, 128, 192, 7_015_201)]
    public void Attention_adds_few_parameters_to_the_hyperprior(int channels, int width, int latent, int without)
    {
        using var plain = new CodecShape(CodecShape.MeanScale, channels, width, latent).Create();
        using var codec = new CodecShape(CodecShape.Mvmic, channels, width, latent).Create();
        Assert.Equal(without, Count(plain));
        // Twice c -> c / 16 -> c with biases, for N and for M: 2 * (2,184 + 4,812).
        Assert.Equal(without + 13_992, Count(codec));
    }

    [Fact]
    public void Attention_begins_close_to_the_identity_and_weighs_channels_alike_everywhere()
    {
        using var scope = NewDisposeScope();
        using var attention = new ChannelAttention(32);
        var input = rand(2, 32, 5, 7);
        Assert.True(input.allclose(attention.call(input), rtol: 0.02));
        using (no_grad())
        {
            foreach (var parameter in attention.parameters())
            {
                nn.init.normal_(parameter);
            }
        }

        var factors = (attention.call(input) / input).detach();
        Assert.True(factors.allclose(factors.mean([2, 3], keepdim: true).expand_as(factors), rtol: 1e-4));
        Assert.InRange(factors.max().item<float>(), 0, 2);
        Assert.False(factors.allclose(ones_like(factors)));
    }

    [Fact]
    public void Stage_one_moves_the_codec_and_not_the_task()
    {
        using var codec = Codec(1);
        using var network = Network();
        var (task, before) = (Values(network), Values(codec));
        using var trainer = new MvmicTrainer(codec, Task(network), new MvmicOptions { LearningRate = 1e-3 }, CPU);
        var losses = Enumerable.Range(0, 25).Select(i => trainer.Advance(i, Blobs.Draw(1, 4))).ToList();
        Assert.Equal(task, Values(network));
        Assert.NotEqual(before, Values(codec));
        Assert.True(losses[^1].Total < 0.7 * losses[0].Total, $"{losses[0]} to {losses[^1]}");
        var last = losses[^1];
        Assert.Equal(last.BitsPerPixel + (0.0067 * 255 * 255 * last.SquaredError) + (0.1 * last.Task), last.Total, 3);
    }

    [Fact]
    public void The_tasks_loss_reaches_the_codec()
    {
        Assert.NotEqual(After(0), After(1));
        Assert.Equal(After(1), After(1));

        static float[] After(double weight)
        {
            using var codec = Codec(1);
            using var network = Network();
            using var trainer = new MvmicTrainer(codec, Task(network), new MvmicOptions { TaskWeight = weight }, CPU);
            trainer.Advance(0, Blobs.Draw(1, 2));
            return Values(codec);
        }
    }

    [Fact]
    public void Stage_two_tunes_the_task_and_leaves_every_bit_of_the_codec()
    {
        using var scope = NewDisposeScope();
        using var codec = Codec(2);
        using var network = Network();
        var (task, before) = (Values(network), Values(codec));
        var pictures = rand(1, 1, 64, 64);
        var (bits, decoded) = Coded(codec, pictures);
        using var tuner = new TaskTuner(codec, Task(network), new MvmicOptions { TuningRate = 3e-3 }, CPU);
        var losses = Enumerable.Range(0, 20).Select(i => tuner.Advance(i, Blobs.Draw(1, 4))).ToList();
        Assert.Equal(before, Values(codec));
        Assert.Equal((bits, decoded), Coded(codec, pictures));
        Assert.NotEqual(task, Values(network));
        Assert.True(losses[^1] < 0.9 * losses[0], $"{losses[0]} to {losses[^1]}");
    }

    [Fact]
    public void A_detector_is_a_task_too()
    {
        using var codec = Codec(3);
        using var detector = new CentreDetector(new DetectorLayout { Classes = 2, Widths = [8, 8, 8, 8] });
        using var trainer = new MvmicTrainer(codec, new DetectionTask(detector, 9, null), new MvmicOptions(), CPU);
        Assert.True(trainer.Advance(0, Blobs.Draw(2, 2)).Task > 0);
        using var tuner = new TaskTuner(codec, new DetectionTask(detector, 9, null), new MvmicOptions { TuningRate = 1e-2, GradientNorm = 12 }, CPU);
        var losses = Enumerable.Range(0, 20).Select(i => tuner.Advance(i, Blobs.Draw(1, 4))).ToList();
        Assert.True(losses[^1] < losses[0], $"{losses[0]} to {losses[^1]}");
    }

    [Fact]
    public void Precisions_over_cases_are_those_of_all_their_slices_together()
    {
        using var detector = new CentreDetector(new DetectorLayout { Widths = [8, 8, 8, 8] });
        var task = new DetectionTask(detector, 9, null);
        var (box, elsewhere) = (new BoundingBox(0, 0, 10, 10), new BoundingBox(30, 30, 40, 40));
        var right = new CaseFindings([1, 1, 1], [new ImageDetections([new TrueBox(1, box)], [new DetectedBox(1, 0.9, box)])]);
        var wrong = new CaseFindings([0, 0, 0], [new ImageDetections([new TrueBox(1, box)], [new DetectedBox(1, 0.95, elsewhere)])]);
        // The surer box is wrong: half of the truth is found at a precision of a half, which is 51 of 101 recalls.
        Assert.All(task.Accuracy([right, wrong]), p => Assert.Equal(0.5 * 51 / 101, p!.Value, 1e-12));
        Assert.Equal(task.Figures.Length, task.Accuracy([right]).Length);
        Assert.All(task.Accuracy([]), p => Assert.Null(p));
    }

    [Fact]
    public void A_detector_looks_at_slices_of_any_size_and_finds_their_boxes_of_truth()
    {
        using var detector = new CentreDetector(new DetectorLayout { Classes = 2, Widths = [8, 8, 8, 8] });
        var batch = Blobs.Draw(5, 2);
        var (pixels, rows) = (Blobs.Side * Blobs.Side, Blobs.Side - 9);
        var found = new DetectionTask(detector, 9, 3).Look(Enumerable.Range(0, 2).Select(i => (
            tensor(batch.Images.AsSpan(i * pixels, rows * Blobs.Side).ToArray(), [1, 1, rows, Blobs.Side]),
            batch.Labels.AsSpan(i * pixels, rows * Blobs.Side).ToArray().Select(l => (byte)l).ToArray())));
        Assert.Equal(2, found.Images.Length);
        Assert.All(found.Images, i => Assert.NotEmpty(i.Truth));
        Assert.All(found.Images.SelectMany(i => i.Found), f => Assert.True(f.Box.Bottom <= rows));
    }

    [Fact]
    public void All_faults_of_options_are_named()
    {
        var fault = Assert.Throws<UsageException>(() => new MvmicOptions { DistortionWeight = 0, TaskWeight = -1 }.Validate());
        Assert.Equal("mvmicnet: distortion weight is 0, expected above 0; task weight is -1, expected 0 or more", fault.Message);
    }

    private static (float Bits, float Decoded) Coded(HyperpriorCodec codec, Tensor pictures)
    {
        using var still = no_grad();
        var pass = codec.Pass(pictures, noisy: false, null, new GradientCuts());
        return ((pass.LatentBits + pass.HyperBits).item<float>(), pass.Pictures.sum().item<float>());
    }

    private static HyperpriorCodec Codec(int seed)
    {
        manual_seed(seed);
        return Small.Create();
    }

    private static SegmentationTask Task(UNet2d network) => new(network, ["a", "b"], null);

    private static UNet2d Network()
    {
        manual_seed(9);
        return new UNet2d(1, 3, [8, 16], 8);
    }

    private static float[] Values(nn.Module network) => [.. network.parameters().SelectMany(p => p.data<float>().ToArray())];

    private static long Count(nn.Module network) => network.parameters().Sum(p => p.numel());
}
