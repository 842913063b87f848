using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Bench.Run;

namespace DiagCodec.Evaluation.Tests.Bench.Run;

public sealed class PlanStageTests : IDisposable
{
    private readonly BenchWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Equal_plans_are_encoded_once_and_nothing_but_times_tells(int workers)
    {
        _world.Options = new BenchOptions { Workers = workers };
        Set(silent: true);
        var alone = await _world.TimelessAsync("alone");
        Assert.Equal(3 * (2 + 3), Encodes());

        // Steps 20 and 40 of three cases.
        Set(silent: false);
        Assert.Equal(alone, await _world.TimelessAsync("shared"));
        Assert.Equal(3 * 2, Encodes());
    }

    [Fact]
    public async Task A_copied_stream_has_its_own_time_of_choosing_and_the_time_of_encoding()
    {
        _world.Names = ["one"];
        Set(silent: false);
        var times = (await _world.RunAsync()).Points.Select(p => p.Times!).ToArray();
        Assert.Equal([20, 40, 1, 2, 3], times.Select(t => t.Allocate));
        Assert.Equal(times[0].Encode, times[2].Encode);
        Assert.Equal(times[1].Encode, times[3].Encode);
    }

    [Fact]
    public async Task A_second_run_plans_nothing()
    {
        Set(silent: false);
        await _world.RunAsync();
        var plans = Plans();
        await _world.RunAsync();
        Assert.Equal(plans, Plans());
    }

    [Fact]
    public async Task A_stream_that_was_changed_is_not_copied()
    {
        _world.Names = ["one"];
        Set(silent: false);
        var file = await _world.RunAsync();
        var before = Encodes();
        Corrupt(file.Points[0]);
        Directory.Delete(Coded(file.Points[2]), recursive: true);
        await _world.RunAsync();
        Assert.Equal(before + 1, Encodes());
        Assert.Equal(File.ReadAllBytes(Stream(file.Points[2])), File.ReadAllBytes(Stream(file.Points[4])));
    }

    [Fact]
    public async Task A_stream_that_is_gone_is_made_again()
    {
        _world.Names = ["one"];
        Set(silent: false);
        var file = await _world.RunAsync();
        var before = Encodes();
        Directory.Delete(Coded(file.Points[0]), recursive: true);
        Directory.Delete(Coded(file.Points[2]), recursive: true);
        Assert.Equal(file.WithoutTimes().Points.Select(p => p.Figures!.DecodedSha256), (await _world.RunAsync()).Points.Select(p => p.Figures!.DecodedSha256));
        Assert.Equal(before + 1, Encodes());
    }

    [Fact]
    public async Task What_a_failed_point_coded_is_not_copied()
    {
        _world.Names = ["one"];
        _world.Methods = [new PlannedMethod("plain", "1", p => (int)p, 20) { Lies = true }, new PlannedMethod("roi", "2", _ => 20, 1)];
        var file = await _world.RunAsync();
        Assert.Equal([true, false], file.Points.Select(p => p.Error is not null));
        Assert.Equal(2, Encodes());
    }

    private static string Name => "frames.bin";

    private void Set(bool silent) => _world.Methods =
    [
        new PlannedMethod("plain", "1", p => (int)p, 20, 40) { IsSilent = silent },
        new PlannedMethod("roi", "2", p => p == 2 ? 40 : 20, 1, 2, 3) { IsSilent = silent },
    ];

    private int Encodes() => _world.Methods.Cast<PlannedMethod>().Sum(m => m.Encodes);

    private int Plans() => _world.Methods.Cast<PlannedMethod>().Sum(m => m.Plans);

    private string Coded(BenchPoint point) => Path.Combine(_world.Folder(), "coded", point.Key[..2], point.Key);

    private string Stream(BenchPoint point) => Path.Combine(Coded(point), "stream", Name);

    private void Corrupt(BenchPoint point)
    {
        var bytes = File.ReadAllBytes(Stream(point));
        bytes[^1] ^= 1;
        File.WriteAllBytes(Stream(point), bytes);
    }
}
