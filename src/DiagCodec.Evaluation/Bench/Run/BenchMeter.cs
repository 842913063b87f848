namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>Counts what is done and tells it.</summary>
internal sealed class BenchMeter
{
    private readonly Lock _lock = new();
    private readonly IProgress<BenchProgress>? _progress;
    private readonly PointCosts _costs;
    private readonly int[] _left;
    private readonly int _workers;
    private readonly int _total;
    private int _done;
    private int _failed;
    private int _prepared;
    private double _megavoxels;

    public BenchMeter(RunContext run, int cases, IProgress<BenchProgress>? progress)
    {
        _progress = progress;
        _workers = run.Options.Workers;
        _costs = new PointCosts([.. run.Setup.Methods.Select(m => m.Facts)]);
        _left = [.. run.Setup.Methods.Select(m => m.Facts.Grid.Length * cases)];
        _total = _left.Sum();
    }

    public void Prepared(CaseWork work)
    {
        lock (_lock)
        {
            _prepared++;
            _megavoxels += work.Megavoxels;
        }
    }

    public void Finished(PointWork point)
    {
        lock (_lock)
        {
            _done++;
            _left[point.MethodIndex]--;
            _failed += point.Outcome!.Point.Error is null ? 0 : 1;
            if (point.Outcome.Point.Times is { } times)
            {
                _costs.Add(point.MethodIndex, point.Case.Megavoxels, times);
            }

            _progress?.Report(new BenchProgress(_done, _total, _failed, Left()));
        }
    }

    /// <summary>Cases that were not read yet are taken to be as large as the others on average.</summary>
    private TimeSpan? Left() => _costs.HasMeasured
        ? TimeSpan.FromSeconds(_left.Select((count, i) => count * _costs.Of(i, _megavoxels / _prepared)).Sum() / _workers)
        : null;
}
