namespace DiagCodec.Evaluation.Bench.Results;

/// <summary>A method as it ran.</summary>
/// <param name="Name">Of the experiment.</param>
/// <param name="Description">In a few words.</param>
/// <param name="Identity">Program, version and options.</param>
/// <param name="Parameter">What its parameter counts.</param>
/// <param name="IsWindowed">The task's input window was coded with 8 bits.</param>
/// <param name="IsLossless">What comes back is what was put in.</param>
public sealed record BenchMethod(string Name, string Description, string Identity, string Parameter, bool IsWindowed, bool IsLossless)
{
    /// <summary>How many parameters of its policy the last tuning trained, 0 where it was only pretrained; null for methods without a policy.</summary>
    public long? TunedParameters { get; init; }

    /// <summary>True where no image comes back, only label maps of the codec's own network; null for all others.</summary>
    public bool? GivesLabels { get; init; }
}
