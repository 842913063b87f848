using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Detect;
using DiagCodec.Metrics.Detection;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Tests.Detect;

public sealed class DetectorTests
{
    private static readonly DetectorLayout Small = new() { Classes = 2, Widths = [8, 16, 32, 32], Groups = 4 };

    [Fact]
    public void Learns_boxes_to_nine_tenths()
    {
        var options = new DetectorOptions { Steps = 200, LearningRate = 5e-3 };
        using var trainer = new DetectorTrainer(Small, options, CPU);
        for (var i = 0; i < options.Steps; i++)
        {
            trainer.Advance(Blobs.Draw(i, 6));
        }

        var detector = new BoxDetector(trainer.Network, CPU);
        var unseen = Blobs.Draw(-1, 24);
        var boxes = LabelBoxes.OfPatches(unseen.Labels, Blobs.Side, 2, options.SmallestArea);
        var score = DetectionScore.Of([.. boxes.Select((truth, n) => new ImageDetections(
            truth, detector.Detect(unseen.Images.AsSpan(n * Blobs.Side * Blobs.Side, Blobs.Side * Blobs.Side), Blobs.Side, Blobs.Side)))])!;
        Assert.True(score.Coarse > 0.9, $"{score}");
        Assert.True(score.Mean > 0.5, $"{score}");
    }

    [Fact]
    public void Equal_seeds_give_equal_weights()
    {
        Assert.Equal(Weights(3), Weights(3));
        Assert.NotEqual(Weights(3), Weights(4));

        static float[] Weights(int seed)
        {
            using var trainer = new DetectorTrainer(Small, new DetectorOptions { Seed = seed }, CPU);
            trainer.Advance(Blobs.Draw(0, 2));
            return [.. trainer.Network.parameters().SelectMany(p => p.data<float>().ToArray())];
        }
    }

    [Fact]
    public void Targets_by_hand()
    {
        // Pixels 8 to 23 across and 4 to 11 down: 4 x 2 cells round the centre (4, 2).
        var targets = DetectionTargets.Of([[new TrueBox(2, new BoundingBox(8, 4, 24, 12))]], 2, 8, 4);
        Assert.All(targets.Heat[..32], h => Assert.Equal(0, h));
        Assert.Equal(1, targets.Heat[32 + 20]);
        Assert.Equal(Math.Exp(-0.5 / (4 / 6.0 * (4 / 6.0))), targets.Heat[32 + 21], 6);
        Assert.Equal([20], targets.Weights.Index().Where(h => h.Item == 1).Select(h => h.Index));
        // A cell to the left is asked for the same box, whose centre lies one cell further.
        Assert.Equal(targets.Heat[32 + 19], targets.Weights[19]);
        Assert.Equal(1, targets.Boxes[64 + 19]);
        Assert.Equal([Math.Log(4), Math.Log(2), 0, 0], new[] { 20, 52, 84, 116 }.Select(i => (double)targets.Boxes[i]), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void What_the_targets_say_scores_best()
    {
        using var scope = NewDisposeScope();
        var targets = DetectionTargets.Of([[new TrueBox(1, new BoundingBox(8, 4, 24, 12))]], 1, 8, 8);
        var boxes = tensor(targets.Boxes, [1, 4, 8, 8]);
        var heat = (20 * tensor(targets.Heat, [1, 1, 8, 8]).eq(1).to_type(ScalarType.Float32)) - 10;
        Assert.InRange(DetectorLoss.Of(cat([heat, boxes], 1), targets).item<float>(), 0, 1e-3f);
        Assert.True(DetectorLoss.Of(cat([-heat, boxes], 1), targets).item<float>() > 5);
        Assert.True(DetectorLoss.Of(cat([heat, boxes + 1], 1), targets).item<float>() > 3.9f);
    }

    [Fact]
    public void An_image_without_boxes_has_a_loss_that_falls_with_the_heat()
    {
        using var scope = NewDisposeScope();
        var targets = DetectionTargets.Of([[]], 1, 4, 4);
        Assert.True(DetectorLoss.Of(full([1, 5, 4, 4], -5f), targets).item<float>() < DetectorLoss.Of(zeros(1, 5, 4, 4), targets).item<float>());
    }

    [Fact]
    public void Boxes_lie_within_images_of_any_size()
    {
        using var network = new CentreDetector(Small);
        var detector = new BoxDetector(network, CPU);
        var random = new Random(2);
        foreach (var (rows, columns) in new[] { (1, 1), (13, 50), (64, 40) })
        {
            var found = detector.Detect(Enumerable.Range(0, rows * columns).Select(_ => random.NextSingle()).ToArray(), rows, columns);
            Assert.InRange(found.Length, 1, 100);
            Assert.All(found, f => Assert.True(f.Box is { Left: >= 0, Top: >= 0 } && f.Box.Right <= columns && f.Box.Bottom <= rows && f.Box.Area >= 0));
            Assert.Equal(found.OrderByDescending(f => f.Score).Select(f => f.Score), found.Select(f => f.Score));
        }
    }

    [Fact]
    public void All_faults_of_options_are_named()
    {
        var fault = Assert.Throws<UsageException>(() => new DetectorOptions { Steps = 0, GradientNorm = 0 }.Validate());
        Assert.Equal("detector: steps is 0, expected 1 or more; gradient norm is 0, expected above 0", fault.Message);
    }
}
