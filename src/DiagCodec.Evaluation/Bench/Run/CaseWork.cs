using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Cases;
using DiagCodec.Evaluation.Bench.Store;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>A case on its way through a bench.</summary>
/// <param name="source">Where its images are.</param>
/// <param name="network">That judges it.</param>
/// <param name="key">Of its facts.</param>
internal sealed class CaseWork(BenchCaseSource source, BenchNetwork network, string key)
{
    public const double VoxelsPerMegavoxel = 1e6;

    private readonly Lock _lock = new();
    private Task<CaseContents>? _contents;

    public BenchCaseSource Source => source;

    public BenchNetwork Network => network;

    public string Key => key;

    /// <summary>Null until it was prepared.</summary>
    public CaseFacts? Facts { get; private set; }

    /// <summary>Of a case that was prepared.</summary>
    public double Megavoxels => Facts!.Case.Voxels / VoxelsPerMegavoxel;

    /// <summary>By method and parameter; empty until it was prepared.</summary>
    public ImmutableArray<PointWork> Points { get; private set; } = [];

    /// <param name="run">Gives methods and their identities.</param>
    /// <param name="facts">Of this case.</param>
    /// <param name="contents">Null where nothing had to be read.</param>
    public void Prepare(RunContext run, CaseFacts facts, CaseContents? contents)
    {
        Facts = facts;
        var judge = StageKey.Judge(network.Sha256, run.Setup.Task);
        Points =
        [
            .. run.Setup.Methods.Zip(run.Identities).SelectMany((m, index) => m.First.Facts.Grid.Select(parameter => new PointWork(
                this,
                index,
                m.First,
                parameter,
                StageKey.Coded(facts.Case.Sha256, facts.MaskSha256, run.Window, m.First.Facts, judge, m.Second, parameter)))),
        ];
        lock (_lock)
        {
            _contents = contents is null ? null : Task.FromResult(contents);
        }
    }

    /// <summary>Image, truth and prediction; read when first asked for.</summary>
    public Task<CaseContents> ContentsAsync(RunContext run, CancellationToken cancellation)
    {
        lock (_lock)
        {
            return _contents ??= Task.Run(() => CaseStage.Read(run, this, cancellation), cancellation);
        }
    }

    /// <summary>Gives the memory back.</summary>
    public void Drop()
    {
        lock (_lock)
        {
            _contents = null;
        }
    }
}
