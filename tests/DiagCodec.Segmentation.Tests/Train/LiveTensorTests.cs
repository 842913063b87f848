using DiagCodec.Segmentation.Infer;
using DiagCodec.Segmentation.Network;
using DiagCodec.Segmentation.Tests.Support;
using DiagCodec.Segmentation.Train;
using DiagCodec.Segmentation.Train.Sampling;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace DiagCodec.Segmentation.Tests.Train;

/// <summary>Tensors are counted for the whole process: no other test runs beside these.</summary>
[CollectionDefinition(nameof(LiveTensorTests), DisableParallelization = true)]
[Collection(nameof(LiveTensorTests))]
public sealed class LiveTensorTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("segmentation-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_run_leaves_no_tensors_but_its_network()
    {
        var before = Count();
        var network = Run("run", null, default);
        var parameters = network.state_dict().Count;
        Assert.Equal(before + parameters, Shim.LiveTensors);
        network.Dispose();
        Assert.Equal(before, Shim.LiveTensors);
    }

    [Fact]
    public void A_run_that_was_stopped_and_one_that_goes_on_leave_none()
    {
        var before = Count();
        using var source = new CancellationTokenSource();
        var stopping = new Watch(t =>
        {
            if (t.Step == 3)
            {
                source.Cancel();
            }
        });
        Assert.ThrowsAny<OperationCanceledException>(() => Run("run", stopping, source.Token));
        Assert.Equal(before, Shim.LiveTensors);
        Run("run", null, default).Dispose();
        Assert.Equal(before, Shim.LiveTensors);
    }

    [Fact]
    public void Segmenting_leaves_none()
    {
        var before = Count();
        using (var segmenter = new Segmenter(Discs.Task, Weights.Create(Discs.Task, 1), CPU, new TileOptions(16, 4)))
        {
            var held = Shim.LiveTensors;
            segmenter.Segment(Discs.Series("a", 1).Series.Volume, null, default);
            Assert.Equal(held, Shim.LiveTensors);
        }

        Assert.Equal(before, Shim.LiveTensors);
    }

    /// <summary>What earlier tests left to the finaliser must not be counted while it goes.</summary>
    private static long Count()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Shim.LiveTensors;
    }

    private UNet2d Run(string name, Watch? watch, CancellationToken cancellation)
    {
        var options = new TrainingOptions { Epochs = 2, StepsPerEpoch = 2, Patches = new PatchOptions { Size = 16, Batch = 1 } };
        var plan = new TrainingPlan(name, Discs.Task, options, Discs.Cases(1), Discs.Cases(1, seed: 2), PlanHash.Of(Discs.Task, options, name));
        return new TrainingRun(plan, CPU, TimeProvider.System).Run(Path.Combine(_folder.FullName, name), null, watch, cancellation);
    }
}
