namespace DiagCodec.Coding;

/// <summary>How far a job is.</summary>
/// <param name="Stage">What is being done, a word or two: reading, encoding, verifying, decoding.</param>
/// <param name="Done">Slices done.</param>
/// <param name="Total">Slices in all.</param>
public readonly record struct CodingProgress(string Stage, int Done, int Total)
{
    /// <summary>What is counted, with the space before it; empty where the stage says it.</summary>
    public string Unit { get; init; } = " slices";

    /// <summary>Where the job knows better than the mean time of what is done; null: it does not.</summary>
    public TimeSpan? Left { get; init; }
}
