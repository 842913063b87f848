using DiagCodec.LearnedCodecs.Checkpoints;
using DiagCodec.LearnedCodecs.Tests.Support;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Tests.Train;

public sealed class BestWeightsTests
{
    [Fact]
    public void The_weights_of_the_best_figure_come_back_in_a_later_process_too()
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "best.safetensors");
        using var layer = nn.Linear(1, 1);
        var best = new BestWeights(path, layer);
        Assert.Null(best.Restore(default));
        foreach (var (epoch, figure) in new (int, double?)[] { (0, 0.5), (1, 0.75), (2, null), (3, 0.75), (4, 0.6) })
        {
            Set(epoch);
            best.Offer(epoch, figure, default);
        }

        Assert.Equal((1, 0.75), new BestWeights(path, layer).Restore(default));
        Assert.Equal(1f, layer.weight!.item<float>());

        void Set(int value)
        {
            using var still = no_grad();
            layer.weight!.fill_(value);
        }
    }
}
