namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>What a bench would do with a method.</summary>
/// <param name="Method">Its name.</param>
/// <param name="Points">All.</param>
/// <param name="Missing">Those that are not there yet.</param>
/// <param name="Seconds">On one core for the missing ones: from the times of points that are there, else from <see cref="Methods.MethodFacts.SecondsPerMegavoxel"/>.</param>
/// <param name="IsMeasured">The estimate rests on points that are there.</param>
public sealed record MethodEstimate(string Method, int Points, int Missing, double Seconds, bool IsMeasured);
