using System.Collections.Immutable;
using DiagCodec.Coding.Plans;

namespace DiagCodec.Evaluation.Bench.Methods;

/// <summary>What a method made of a case.</summary>
/// <param name="Bytes">Sum of all that decoding needs: the streams with their own headers, nothing else.</param>
/// <param name="Commands">Command lines that ran, in order, without paths; equal ones of many slices once, with a pattern for the name.</param>
public sealed record CodedCase(long Bytes, ImmutableArray<string> Commands)
{
    /// <summary>QPs, where the method chooses them; null where it does not.</summary>
    public QpMap? Map { get; init; }

    /// <summary>Lower-case hex over all frames as the encoder says a decoder will give them; null where it does not say.</summary>
    public string? ReconstructionSha256 { get; init; }

    /// <summary>What choosing the QPs took; 0 where nothing is chosen. The encoder's own time is measured from outside, less this.</summary>
    public TimeSpan Allocation { get; init; }
}
