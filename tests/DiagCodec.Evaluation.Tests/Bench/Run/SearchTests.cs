using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Bench.Methods.Hevc;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Bench.Run;
using DiagCodec.Evaluation.Tests.Bench.Methods.Hevc;

namespace DiagCodec.Evaluation.Tests.Bench.Run;

/// <summary>Searches through a whole bench: a real encoder, and a network whose threshold lies within the noise, so that every QP tells.</summary>
public sealed class SearchTests : IDisposable
{
    private readonly BenchWorld _world = new() { Names = ["one"], Threshold = 855 };
    private readonly CountingEncoder _encoder = new();
    private readonly FreshFolder _policies = new();

    public void Dispose()
    {
        _world.Dispose();
        _policies.Dispose();
    }

    [Fact]
    public async Task A_search_keeps_its_minimum_within_its_trials()
    {
        Set([0.5, 0.8]);
        var file = await _world.RunAsync();
        Assert.All(file.Points, p => Assert.True(QualityMeasure.OwnDice.Of(p) >= p.Parameter, $"{p.Parameter}: {p.Error}"));
        Assert.True(file.Points[0].Figures!.Bytes <= file.Points[1].Figures!.Bytes);
        Assert.All(file.Points, p => Assert.NotNull(p.Figures!.ForegroundQp));
        Assert.InRange(Trials(), 2, 2 * Candidates);
        Assert.Equal("own Dice", file.Methods[0].Parameter);
    }

    [Fact]
    public async Task Every_candidate_is_encoded_and_judged_once_for_all_minima()
    {
        Set([0.5, 0.8]);
        await _world.RunAsync();
        var (encodes, trials) = (_encoder.Encodes, Trials());

        // Each winner's stream is written once more.
        Assert.Equal(trials + 2, encodes);
        Set([0.5, 0.8, 0.5001]);
        await _world.RunAsync();
        Assert.Equal((trials, encodes), (Trials(), _encoder.Encodes));
    }

    [Fact]
    public async Task An_interrupted_search_goes_on_with_its_trials()
    {
        Set([0.8]);
        await _world.RunAsync("whole");
        var whole = _encoder.Encodes;
        using var stop = new CancellationTokenSource();
        _encoder.Encoding = n =>
        {
            if (n == whole + 4)
            {
                stop.Cancel();
            }
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => BenchRun.RunAsync(_world.Setup(), _world.Options, _world.Folder(), null, stop.Token));
        Assert.Equal(3, Trials());
        var text = await _world.TimelessAsync();
        Assert.Equal((2 * whole) + 1, _encoder.Encodes);
        Assert.Equal(await _world.TimelessAsync("whole"), text);
    }

    [Fact]
    public async Task Another_network_searches_again()
    {
        Set([0.8]);
        var before = await _world.RunAsync();
        _world.Weights = _ => new string('b', 64);
        var after = await _world.RunAsync();
        Assert.NotEqual(before.Points[0].Key, after.Points[0].Key);
    }

    [Fact]
    public async Task Several_workers_find_what_one_finds()
    {
        _world.Names = ["one", "two"];
        Set([0.5, 0.7, 0.8]);
        var alone = await _world.TimelessAsync("alone");
        _world.Options = new BenchOptions { Workers = 3 };
        Assert.Equal(alone, await _world.TimelessAsync("together"));
    }

    [Fact]
    public async Task Proposals_of_a_policy_are_tried()
    {
        var policy = TestPolicy.Write(Path.Combine(_policies.Path, "some"), TestPolicy.Some);
        var setting = Setting([0.5]) with { Policy = "some" };
        _world.Methods = [new HevcMethod(_encoder.Codec, HevcSetting.Of(setting, _encoder.Codec).With(policy.Document, _encoder.Codec), new LoadedPolicy(policy))];
        var file = await _world.RunAsync();
        Assert.Null(file.Points[0].Error);
        Assert.Contains("policy some", file.Methods[0].Description, StringComparison.Ordinal);
        Assert.Contains(policy.Document.Weights.Sha256, file.Methods[0].Identity, StringComparison.Ordinal);
    }

    private const int Candidates = 12;

    private static MethodSetting Setting(ImmutableArray<double> minima) =>
        new("search", "x265", minima) { Allocator = "search", Preset = "fast", Candidates = Candidates };

    private void Set(ImmutableArray<double> minima) => _world.Methods = [new HevcMethod(_encoder.Codec, HevcSetting.Of(Setting(minima), _encoder.Codec))];

    private int Trials() => Directory.GetFiles(Path.Combine(_world.Folder(), "trials")).Length;
}
