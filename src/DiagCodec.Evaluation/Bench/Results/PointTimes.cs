namespace DiagCodec.Evaluation.Bench.Results;

/// <summary>Seconds on one core beside other points; for estimates and for the papers' tables of time, not for comparing speed finely.</summary>
/// <param name="Allocate">Choosing QPs, without the network that finds the mask.</param>
/// <param name="Encode">The encoder, its start included.</param>
/// <param name="Decode">The decoder, its start included.</param>
/// <param name="Compare">Fidelity figures.</param>
/// <param name="Score">The network on the decoded slices.</param>
public sealed record PointTimes(double Allocate, double Encode, double Decode, double Compare, double Score);
