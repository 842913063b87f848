using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Orchestrated;
using DiagCodec.LearnedCodecs.Orchestrated.Code;
using DiagCodec.LearnedCodecs.Orchestrated.Networks;
using DiagCodec.LearnedCodecs.Orchestrated.Train;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Tests.Orchestrated;

public sealed class OrchestratedTrainerTests
{
    [Theory]
    [InlineData(OrchestratedDesign.D1)]
    [InlineData(OrchestratedDesign.D2)]
    [InlineData(OrchestratedDesign.D3)]
    [InlineData(OrchestratedDesign.D4)]
    [InlineData(OrchestratedDesign.AutoSeg)]
    public void Each_design_learns_the_squares(OrchestratedDesign design)
    {
        using var trainer = new OrchestratedTrainer(design, Toy.Layout, Toy.Options with { RateWeight = 0.01 }, CPU);
        var losses = Enumerable.Range(0, 40).Select(i => trainer.Advance(Toy.Draw(i))).ToList();
        Assert.True(Last(losses) < 0.8 * First(losses), $"{First(losses)} to {Last(losses)}");
        Assert.Equal(design.HasCritic, losses[0].Distance is not null);
        Assert.Equal(design.Compresses, losses[0].BitsPerPixel is not null);
        Assert.Equal(design.ReconstructsImage, losses[0].Reconstruction is not null);
    }

    [Fact]
    public void Who_pays_for_bits_writes_fewer()
    {
        var (cheap, dear) = (BitsAfter(0), BitsAfter(100));
        Assert.True(dear < 0.8 * cheap, $"{cheap} and {dear}");

        static double BitsAfter(double weight)
        {
            using var trainer = new OrchestratedTrainer(OrchestratedDesign.D4, Toy.Layout, Toy.Options with { RateWeight = weight }, CPU);
            return Enumerable.Range(0, 30).Select(i => trainer.Advance(Toy.Draw(i))).ToList()[^1].BitsPerPixel!.Value;
        }
    }

    [Fact]
    public void Who_does_not_pay_is_not_moved_by_bits()
    {
        Assert.Equal(Weights(OrchestratedDesign.D3, 0, 1), Weights(OrchestratedDesign.D3, 1000, 1));
        Assert.NotEqual(Weights(OrchestratedDesign.D4, 0, 1), Weights(OrchestratedDesign.D4, 1000, 1));
    }

    [Fact]
    public void Equal_seeds_give_equal_weights()
    {
        Assert.Equal(Weights(OrchestratedDesign.D4, 1, 7), Weights(OrchestratedDesign.D4, 1, 7));
        Assert.NotEqual(Weights(OrchestratedDesign.D4, 1, 7), Weights(OrchestratedDesign.D4, 1, 8));
    }

    [Fact]
    public void The_critics_weights_stay_within_the_clip()
    {
        using var trainer = new OrchestratedTrainer(OrchestratedDesign.D3, Toy.Layout, Toy.Options, CPU);
        trainer.Advance(Toy.Draw(0));
        Assert.All(trainer.Critic!.parameters(), p => Assert.True(p.abs().max().item<float>() <= 0.05f));
    }

    [Fact]
    public void The_distance_of_equal_maps_is_zero_and_symmetric_otherwise()
    {
        using var scope = NewDisposeScope();
        using var critic = new SegAnCritic(new SpatialLayers(2), 1, 2);
        critic.eval();
        var (a, b) = (rand(2, 1, 64, 64), rand(2, 1, 64, 64));
        Assert.Equal(0, MultiScaleL1.Of(critic, a, a).item<float>());
        Assert.Equal(MultiScaleL1.Of(critic, a, b).item<float>(), MultiScaleL1.Of(critic, b, a).item<float>(), 6);
        Assert.True(MultiScaleL1.Of(critic, a, b).item<float>() > 0);
    }

    [Fact]
    public void Volumes_train_too()
    {
        using var trainer = new OrchestratedTrainer(OrchestratedDesign.D4, Toy.Layout with { Dimensions = 3, SegmentorWidth = 1 }, Toy.Options, CPU);
        var (images, labels) = (new float[2 * 48 * 48 * 48], new long[2 * 48 * 48 * 48]);
        for (var i = 0; i < images.Length; i++)
        {
            labels[i] = i % 48 < 20 ? 1 : 0;
            images[i] = labels[i];
        }

        var losses = trainer.Advance(new OrchestratedBatch(images, labels, 2, [48, 48, 48]));
        Assert.True(double.IsFinite(losses.Total) && losses.BitsPerPixel > 0);
    }

    [Fact]
    public void Learning_rates_are_halved_every_25_epochs()
    {
        var options = new OrchestratedOptions { StepsPerEpoch = 10 };
        Assert.Equal([2e-4, 2e-4, 1e-4, 0.5e-4], new[] { 0, 249, 250, 500 }.Select(options.LearningRateAt));
    }

    [Fact]
    public void The_rates_weight_rises_over_the_warm_up()
    {
        var options = new OrchestratedOptions { StepsPerEpoch = 10, RateWeight = 3, RateWarmUp = 2 };
        Assert.Equal([0, 1.5, 3, 3], new[] { 0, 10, 20, 500 }.Select(options.RateWeightAt));
        Assert.Equal(3, (options with { RateWarmUp = 0 }).RateWeightAt(0));
    }

    [Fact]
    public void The_guides_weight_falls_to_nothing()
    {
        var options = new OrchestratedOptions { StepsPerEpoch = 10, GuideEpochs = 2 };
        Assert.Equal([1, 0.5, 0, 0], new[] { 0, 10, 20, 500 }.Select(options.GuideWeightAt));
        Assert.Equal(0, new OrchestratedOptions().GuideWeightAt(0));
    }

    [Theory]
    [InlineData(FeatureGuide.Image)]
    [InlineData(FeatureGuide.Truth)]
    public void A_guide_draws_feature_images_to_it(FeatureGuide guide)
    {
        var (free, guided) = (DistanceAfter(0), DistanceAfter(4));
        Assert.True(guided < 0.8 * free, $"{free} and {guided}");

        double DistanceAfter(int epochs)
        {
            using var trainer = new OrchestratedTrainer(OrchestratedDesign.D2, Toy.Layout, Toy.Options with { Guide = guide, GuideEpochs = epochs, LearningRate = 1e-2 }, CPU);
            for (var i = 0; i < 40; i++)
            {
                trainer.Advance(Toy.Draw(i));
            }

            using var scope = NewDisposeScope();
            using var fixedGraph = no_grad();
            var batch = Toy.Draw(1000);
            var images = tensor(batch.Images, [batch.Count, 1, .. batch.Sides]);
            var wanted = guide == FeatureGuide.Image ? images : tensor(batch.Labels, [batch.Count, 1, .. batch.Sides]).to_type(ScalarType.Float32);
            return (trainer.Network.Reconstruction.call(StochasticBinariser.Use(trainer.Network.Compression.call(images))) - wanted).square().mean().item<float>();
        }
    }

    [Theory]
    [InlineData(OrchestratedDesign.D1)]
    [InlineData(OrchestratedDesign.AutoSeg)]
    public void Designs_without_feature_images_know_no_guide(OrchestratedDesign design) =>
        Assert.Equal(Weights(design, 1, 1), Weights(design, 1, 1, guideEpochs: 9));

    [Fact]
    public void All_faults_of_options_are_named()
    {
        var fault = Assert.Throws<UsageException>(() => new OrchestratedOptions { Batch = 1, Patch = 40, RateWeight = -1 }.Validate());
        Assert.Equal("training: batch is 1, expected 2 to 1024; patch is 40, expected a multiple of 16 from 48 to 4096; rate weight is -1, expected 0 or more", fault.Message);
        Assert.Equal(["dimensions is 4, expected 2 or 3", "bits is 0, expected 1 to 1024"], new OrchestratedLayout { Dimensions = 4, Bits = 0 }.Faults());
    }

    private static double First(List<OrchestratedLosses> losses) => losses.Take(5).Average(l => l.Segmentation);

    private static double Last(List<OrchestratedLosses> losses) => losses.TakeLast(5).Average(l => l.Segmentation);

    private static float[] Weights(OrchestratedDesign design, double rate, int seed, int guideEpochs = 0)
    {
        using var trainer = new OrchestratedTrainer(design, Toy.Layout, Toy.Options with { RateWeight = rate, Seed = seed, GuideEpochs = guideEpochs }, CPU);
        for (var i = 0; i < 2; i++)
        {
            trainer.Advance(Toy.Draw(i));
        }

        return [.. (design.Compresses ? trainer.Network.Compression.parameters() : []).Concat(trainer.Network.Segmentor.parameters()).SelectMany(p => p.data<float>().ToArray())];
    }
}
