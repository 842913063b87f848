using DiagCodec.Evaluation.Bench.Run;

namespace DiagCodec.Evaluation.Tests.Bench.Run;

public sealed class PointStageTests : IDisposable
{
    private readonly BenchWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_point_whose_program_ended_before_the_signal_was_seen_has_not_failed()
    {
        _world.Names = ["two"];
        _world.Method(0).FailsOn = "two";
        var (run, point) = await PrepareAsync(Timeout.InfiniteTimeSpan);
        using var interrupted = new CancellationTokenSource();
        var measuring = PointStage.MeasureAsync(run, point, _world.Setup().Networks("two").Open, interrupted.Token);
        Assert.False(measuring.IsCompleted);
        Assert.Equal(1, _world.Method(0).Encodes);
        await interrupted.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => measuring);
        Assert.Empty(Directory.GetFiles(Path.Combine(_world.Folder(), "failed")));
    }

    [Fact]
    public async Task A_point_whose_program_ended_by_itself_has_failed()
    {
        _world.Names = ["two"];
        _world.Method(0).FailsOn = "two";
        var (run, point) = await PrepareAsync(TimeSpan.Zero);
        var outcome = await PointStage.MeasureAsync(run, point, _world.Setup().Networks("two").Open, CancellationToken.None);
        Assert.Equal("frames.bin: the encoder ended with 1 of two", outcome.Point.Error);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(_world.Folder(), "failed")).Length);
    }

    private async Task<(RunContext Run, PointWork Point)> PrepareAsync(TimeSpan delay)
    {
        var run = await RunContext.OfAsync(_world.Setup(), _world.Options, _world.Folder(), CancellationToken.None) with { SignalDelay = delay };
        using var held = run.Folder.Open();
        var work = Assert.Single(run.Cases());
        CaseStage.Prepare(run, work, work.Network.Open, CancellationToken.None);
        return (run, work.Points[0]);
    }
}
