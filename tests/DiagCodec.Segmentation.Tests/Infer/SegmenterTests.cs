using DiagCodec.Imaging.Volumes;
using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Infer;
using DiagCodec.Segmentation.Tests.Data;
using DiagCodec.Segmentation.Tests.Support;
using static TorchSharp.torch;

namespace DiagCodec.Segmentation.Tests.Infer;

public class SegmenterTests
{
    private static readonly Volume Volume = new(9, 7, SampleFormat.UInt8, [new byte[63], new byte[63]])
    {
        Geometry = Geometry.Regular(default, new(1, 0, 0), new(0, 1, 0), 0.5, 0.5, 2, 2),
    };

    [Fact]
    public void Labels_lie_on_the_volumes_own_grid()
    {
        var task = TestTask.Of(2, new ModelInput(InputKind.Code, 0, 255, 1.3, 3, null, null));
        using var segmenter = new Segmenter(task, Weights.Constant(3, [8, 16], 0, 1, 0.5f), CPU, TileOptions.Default);
        var told = new List<int>();
        var labels = segmenter.Segment(Volume, new Heard(told), default);
        Assert.Equal((9, 7, 2), (labels.Columns, labels.Rows, labels.Slices));
        Assert.Same(Volume.Geometry, labels.Geometry);
        Assert.Equal(126, labels.Labels.ToArray().Count(l => l == 1));
        Assert.Equal([1, 2], told);
    }

    [Fact]
    public void Cancelling_ends_between_slices()
    {
        using var segmenter = new Segmenter(TestTask.Of(1), Weights.Constant(1, [8, 16], 0, 1), CPU, TileOptions.Default);
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => segmenter.Segment(Volume, null, source.Token));
    }

    private sealed class Heard(List<int> told) : IProgress<int>
    {
        public void Report(int value) => told.Add(value);
    }
}
