using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>
/// Hands out points in order of their cases. A case is prepared only when no other has points left to take, so that never more cases are
/// in memory than there are workers.
/// </summary>
internal sealed class WorkQueue(ImmutableArray<CaseWork> cases)
{
    private readonly Lock _lock = new();
    private readonly int[] _taken = new int[cases.Length];
    private readonly int[] _finished = new int[cases.Length];
    private readonly bool[] _isPrepared = new bool[cases.Length];
    private int _nextCase;
    private int _preparing;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <returns>A case to prepare, or a point of one; null when all is taken.</returns>
    public async Task<WorkItem?> NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            Task changed;
            lock (_lock)
            {
                if (Take() is { } item)
                {
                    return item;
                }

                if (_preparing == 0)
                {
                    return null;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellation);
        }
    }

    public void Prepared(int index)
    {
        lock (_lock)
        {
            _isPrepared[index] = true;
            _preparing--;
            var changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            changed.SetResult();
        }
    }

    /// <returns>Whether it was the last point of its case.</returns>
    public bool Finished(int index)
    {
        lock (_lock)
        {
            return ++_finished[index] == cases[index].Points.Length;
        }
    }

    private WorkItem? Take()
    {
        for (var i = 0; i < _nextCase; i++)
        {
            if (_isPrepared[i] && _taken[i] < cases[i].Points.Length)
            {
                return new WorkItem(i, cases[i], cases[i].Points[_taken[i]++]);
            }
        }

        if (_nextCase == cases.Length)
        {
            return null;
        }

        _preparing++;
        return new WorkItem(_nextCase, cases[_nextCase++], null);
    }
}
