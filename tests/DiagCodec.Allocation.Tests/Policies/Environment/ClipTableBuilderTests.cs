using DiagCodec.Allocation.Policies.Environment;
using DiagCodec.Allocation.Tests.Policies.Search;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Segmentation.Infer;

namespace DiagCodec.Allocation.Tests.Policies.Environment;

public sealed class ClipTableBuilderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policy-builder-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_plan_of_the_grid_is_coded_once_and_never_again()
    {
        var encoder = new CountingEncoder();
        var first = await BuildAsync(encoder);
        var grid = CodedGrid.Of(8);
        Assert.Equal(grid.Length, encoder.Count);
        Assert.Equal(grid.Order(Comparer<QpSpan>.Create(Order)), first.Plans.Keys.Order(Comparer<QpSpan>.Create(Order)));
        Assert.Equal(Landscape.Own.Labels.Length / 2, first.OwnVoxels);
        var second = await BuildAsync(encoder);
        Assert.Equal(grid.Length, encoder.Count);
        Assert.All(first.Plans, p => Assert.Equal(p.Value.Bits.AsEnumerable(), second.Plans[p.Key].Bits));

        // All of the video is some frame's.
        Assert.All(first.Plans.Values, f => Assert.Equal(CountingEncoder.Bytes * 8, f.Bits.Sum()));

        // The fake encoder gives black back, so that the whole mask is lost.
        Assert.All(first.Plans.Values, f => Assert.Equal([(int)first.OwnVoxels, 0], f.OwnErrors.AsEnumerable()));
    }

    [Fact]
    public async Task What_was_coded_before_an_end_is_not_coded_again()
    {
        using var stop = new CancellationTokenSource();
        var encoder = new CountingEncoder { OnEncode = n => { if (n == 5) { stop.Cancel(); } } };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => BuildAsync(encoder, stop.Token));
        var kept = _folder.GetFiles().Length;
        Assert.InRange(kept, 1, 5);
        var again = new CountingEncoder();
        await BuildAsync(again);
        Assert.Equal(CodedGrid.Of(8).Length - kept, again.Count);
    }

    private static int Order(QpSpan a, QpSpan b) => (a.Foreground, a.Background).CompareTo((b.Foreground, b.Background));

    private Task<ClipTable> BuildAsync(IVideoEncoder encoder, CancellationToken cancellation = default)
    {
        var clip = new EnvironmentClip("clip", Landscape.Prepared, Landscape.Own, Landscape.Own, [1]);
        return new ClipTableBuilder(encoder, EncoderPreset.Fast, new ClipTableStore(_folder.FullName), 2)
            .BuildAsync(clip, "identity", 64, 0, () => new CaseSegmenter(Landscape.Segment), () => { }, cancellation);
    }

    private sealed class CountingEncoder : IVideoEncoder
    {
        public const long Bytes = 1000;

        private int _count;

        public int Count => _count;

        public string Name => "fake";

        public Action<int>? OnEncode { get; init; }

        public Task<EncodedVideo> EncodeAsync(EncodeRequest request, CancellationToken cancellation)
        {
            var number = Interlocked.Increment(ref _count);
            OnEncode?.Invoke(number);
            cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < request.Frames.Count; i++)
            {
                request.OnReconstruction!(i, new byte[request.Frames.Format.FrameBytes]);
            }

            return Task.FromResult(new EncodedVideo(
                "video.hevc",
                Bytes,
                "",
                "fake",
                "",
                [.. Enumerable.Range(0, request.Frames.Count).Select(i => new FrameStatistics(i, "P", 30, 100 * (i + 1), 0, null, 0))],
                TimeSpan.Zero));
        }
    }
}
