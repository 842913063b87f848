using DiagCodec.LearnedCodecs.Orchestrated;
using DiagCodec.LearnedCodecs.Orchestrated.Networks;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Tests.Orchestrated;

public sealed class NetworkSizeTests
{
    private static readonly SpatialLayers Pictures = new(2);

    [Fact]
    public void Compression_has_the_papers_parameters_and_multiplications()
    {
        using var network = new CompressionNetwork(Pictures, 3, 12, 32);
        Assert.Equal(1_301_540, Count(network));
        Assert.Equal(9_099, network.MultiplicationsPerPixel);
    }

    [Fact]
    public void Compression_of_another_size_by_hand()
    {
        // Width 1, 1 channel, 2 bits: 49 + 25 * (2 + 8 + 32), blocks of 40 c^2 twice at 1 and three times at 8, 9 * 8 * 2; normalisations 2 (2 + 4 + 8) and
        // 10 c in a block; biases 2.
        using var network = new CompressionNetwork(Pictures, 1, 1, 2);
        Assert.Equal(49 + (25 * 42) + (40 * ((2 * 1) + (3 * 64))) + 144 + 28 + (10 * (2 + 24)) + 2, Count(network));
        Assert.Equal(((49 + 80) / 4.0) + (50 / 16.0) + (200 / 64.0) + ((800 + 7680 + 144) / 256.0), network.MultiplicationsPerPixel, 12);
    }

    [Fact]
    public void Segmentor_is_SegANs()
    {
        using var network = new SegAnSegmentor(Pictures, 3, 1, 64);
        Assert.Equal(156_265_344, Count(network));
    }

    [Fact]
    public void Critic_is_SegANs()
    {
        using var network = new SegAnCritic(Pictures, 3, 64);
        Assert.Equal(9_393_088, Count(network));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Shapes_hold_for_pictures_and_volumes(int dimensions)
    {
        var layers = new SpatialLayers(dimensions);
        long[] sides = [.. Enumerable.Repeat(48L, dimensions)];
        using var scope = NewDisposeScope();
        using var compression = new CompressionNetwork(layers, 2, 1, 3);
        using var reconstruction = new FeatureReconstruction(layers, 3, 1, 1);
        using var segmentor = new SegAnSegmentor(layers, 1, 2, 1);
        using var critic = new SegAnCritic(layers, 2, 1);
        var code = compression.call(rand([2, 2, .. sides]));
        Assert.Equal([2, 3, .. sides.Select(s => s / 16)], code.shape);
        var feature = reconstruction.call(code.sign());
        Assert.Equal([2, 1, .. sides], feature.shape);
        var scores = segmentor.call(feature);
        Assert.Equal([2, 2, .. sides], scores.shape);
        var features = critic.call(scores.sigmoid());
        Assert.Equal(2, features.ndim);
        Assert.True(features.shape[1] > 2 * sides.Aggregate(1L, (a, b) => a * b));
    }

    [Fact]
    public void Odd_sides_come_back_from_the_segmentor()
    {
        using var scope = NewDisposeScope();
        using var segmentor = new SegAnSegmentor(Pictures, 1, 1, 1);
        segmentor.eval();
        Assert.Equal([1, 1, 77, 51], segmentor.call(rand(1, 1, 77, 51)).shape);
        Assert.Equal([1, 1, SegAnSegmentor.Smallest, SegAnSegmentor.Smallest], segmentor.call(rand(1, 1, SegAnSegmentor.Smallest, SegAnSegmentor.Smallest)).shape);
    }

    [Fact]
    public void Each_design_has_its_parts()
    {
        var small = new OrchestratedLayout { Channels = 3, CompressionWidth = 1, Bits = 2, ReconstructionWidth = 1, SegmentorWidth = 1, CriticWidth = 1 };
        using var d1 = new OrchestratedNetwork(OrchestratedDesign.D1, small);
        Assert.Throws<InvalidOperationException>(() => d1.Compression);
        Assert.Equal(3, SegmentorInputs(d1));
        using var d4 = new OrchestratedNetwork(OrchestratedDesign.D4, small);
        Assert.Equal(1, SegmentorInputs(d4));
        using var auto = new OrchestratedNetwork(OrchestratedDesign.AutoSeg, small);
        Assert.Equal(3, SegmentorInputs(auto));
    }

    private static long SegmentorInputs(OrchestratedNetwork network) => network.Segmentor.named_parameters().First(p => p.name == "down.0.conv.weight").parameter.shape[1];

    private static long Count(nn.Module network) => network.parameters().Sum(p => p.numel());
}
