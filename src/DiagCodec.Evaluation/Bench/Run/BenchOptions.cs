using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>How a bench runs. Nothing of it changes a figure.</summary>
public sealed record BenchOptions
{
    /// <summary>Points at a time, each on one core: 1 to 256.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Only every n-th case, so that machines can share the work; null: all.</summary>
    public BenchPart? Part { get; init; }

    /// <summary>Tries points again that failed in an earlier run.</summary>
    public bool Retry { get; init; }

    /// <exception cref="UsageException">A value is out of range.</exception>
    public void Validate()
    {
        if (Workers is < 1 or > 256)
        {
            throw new UsageException(FormattableString.Invariant($"bench: workers is {Workers}, expected 1 to 256"));
        }
    }
}
