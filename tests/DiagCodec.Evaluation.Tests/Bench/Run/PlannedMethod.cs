using System.Collections.Immutable;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Bench.Methods;

namespace DiagCodec.Evaluation.Tests.Bench.Run;

/// <summary>Stands for a codec whose QPs are known before it codes: of every parameter, the plan says what step is quantised with.</summary>
internal sealed class PlannedMethod(string name, string version, Func<double, int> step, params ImmutableArray<double> grid) : IPlannedMethod
{
    private readonly QuantisingMethod _quantiser = new(name, grid);
    private int _plans;

    /// <summary>Says no plan, so that every point is coded by itself.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Says another hash of its frames than it has.</summary>
    public bool Lies { get; init; }

    public int Encodes => _quantiser.Encodes;

    public int Plans => _plans;

    public MethodFacts Facts => _quantiser.Facts;

    public Task<string> IdentityAsync(CancellationToken cancellation) => Task.FromResult($"planned {version}");

    public Task<BenchPlan?> PlanAsync(BenchInput input, double parameter, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _plans);
        var frames = input.Prepared.Frames;
        var map = QpMap.Uniform(frames.Format, frames.Count, step(parameter), GopStructure.Flat, 64);
        return Task.FromResult(IsSilent ? null : new BenchPlan(
            new CodingPlan("uniform", step(parameter), "flat", EncoderPreset.Fast, map), $"step {step(parameter)}", TimeSpan.FromSeconds(parameter)));
    }

    public async Task<CodedCase> EncodeAsync(BenchInput input, BenchPlan plan, string folder, CancellationToken cancellation)
    {
        var coded = await _quantiser.EncodeAsync(input, plan.Plan.BaseQp, folder, cancellation);
        return coded with
        {
            Map = plan.Plan.Map,
            Allocation = plan.Allocation,
            ReconstructionSha256 = Lies ? new string('0', 64) : coded.ReconstructionSha256,
        };
    }

    public async Task<CodedCase> EncodeAsync(BenchInput input, double parameter, string folder, CancellationToken cancellation)
    {
        var frames = input.Prepared.Frames;
        var map = QpMap.Uniform(frames.Format, frames.Count, step(parameter), GopStructure.Flat, 64);
        return await _quantiser.EncodeAsync(input, step(parameter), folder, cancellation) with { Map = map };
    }

    public Task<string> DecodeAsync(
        string folder, FrameFormat format, int frames, Action<int, ReadOnlyMemory<byte>> take, CancellationToken cancellation) =>
        _quantiser.DecodeAsync(folder, format, frames, take, cancellation);
}
