using DiagCodec.Evaluation.Bench.Run;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Tests.Bench.Run;

public sealed class BenchEstimateTests : IDisposable
{
    private readonly BenchWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Before_anything_all_is_missing_and_nothing_is_touched()
    {
        _world.Options = new BenchOptions { Workers = 2 };
        var estimate = await EstimateAsync();
        Assert.Equal((21, 21, 3, 2), (estimate.Points, estimate.Missing, estimate.Cases, estimate.Workers));
        Assert.Equal([("plain", 9), ("roi", 6), ("eight", 6)], estimate.Methods.Select(m => (m.Method, m.Missing)));
        Assert.All(estimate.Methods, m => Assert.False(m.IsMeasured));

        // 2 seconds a megavoxel, and nothing is known of the cases: 33 slices of 512 x 512.
        Assert.Equal(21 * 2 * 512 * 512 * 33 / 1e6, estimate.Methods.Sum(m => m.Seconds), 1e-6);
        Assert.Equal(21 * 512 * 512 * 33 / 1e6, estimate.Left.TotalSeconds, 1e-3);
        Assert.Equal(0, _world.Calls);
        Assert.False(Directory.Exists(_world.Folder()));
    }

    [Fact]
    public async Task Afterwards_only_what_is_new_is_missing()
    {
        _world.Method(1).FailsOn = "two";
        await _world.RunAsync();
        var calls = _world.Calls;
        Assert.Equal(0, (await EstimateAsync()).Missing);
        _world.Options = _world.Options with { Retry = true };
        Assert.Equal(2, (await EstimateAsync()).Missing);
        _world.Methods = _world.Methods.SetItem(0, new QuantisingMethod("plain", 1, 20, 40, 160)).Add(new QuantisingMethod("new", 7) { Version = "n" });
        var estimate = await EstimateAsync();
        Assert.Equal([(12, 3, true), (6, 2, true), (6, 0, true), (3, 3, false)], estimate.Methods.Select(m => (m.Points, m.Missing, m.IsMeasured)));
        Assert.Equal(0, estimate.Methods[2].Seconds);
        Assert.True(estimate.Methods[3].Seconds > 2 * 48 * 40 * (2 + 3 + 4) / 1e6);
        Assert.Equal(calls, _world.Calls);
    }

    [Fact]
    public async Task Parts_count_their_own_cases()
    {
        _world.Options = _world.Options with { Part = BenchPart.Parse("2/2") };
        Assert.Equal((7, 1), ((await EstimateAsync()).Points, (await EstimateAsync()).Cases));
    }

    [Fact]
    public async Task Options_out_of_range_are_refused()
    {
        _world.Options = new BenchOptions { Workers = 0 };
        await Assert.ThrowsAsync<UsageException>(EstimateAsync);
        await Assert.ThrowsAsync<UsageException>(() => _world.RunAsync());
        foreach (var text in (string[])["", "1", "0/2", "3/2", "1/1001", "a/b", "-1/2", "1/2/3"])
        {
            Assert.Throws<UsageException>(() => BenchPart.Parse(text));
        }
    }

    private Task<BenchEstimate> EstimateAsync() => BenchRun.EstimateAsync(_world.Setup(), _world.Options, _world.Folder(), CancellationToken.None);
}
