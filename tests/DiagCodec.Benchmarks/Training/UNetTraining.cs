using System.Diagnostics;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DiagCodec.Benchmarks.Training;

/// <summary>The C# side: the network, its optimiser and one batch of random images.</summary>
internal sealed class UNetTraining : IDisposable
{
    private readonly UNet _net;
    private readonly Adam _optimiser;
    private readonly Tensor _images;
    private readonly Tensor _targets;

    public UNetTraining(int threads, int batch, int size)
    {
        set_num_threads(threads);
        manual_seed(1);
        _net = new UNet();
        _optimiser = optim.Adam(_net.parameters(), 1e-3, beta2: 0.999);
        _images = rand(batch, 1, size, size);
        _targets = randint(0, 4, [batch, size, size], int64);
    }

    public TrainingStep Step()
    {
        var start = Stopwatch.GetTimestamp();
        using var scope = NewDisposeScope();
        _optimiser.zero_grad();
        var loss = nn.functional.cross_entropy(_net.call(_images), _targets);
        loss.backward();
        _optimiser.step();
        var value = loss.item<float>();
        return new TrainingStep(Stopwatch.GetElapsedTime(start).TotalSeconds, value);
    }

    public void Dispose()
    {
        _optimiser.Dispose();
        _net.Dispose();
        _images.Dispose();
        _targets.Dispose();
    }
}
