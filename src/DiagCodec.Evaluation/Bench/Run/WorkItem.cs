namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>Something for one worker to do.</summary>
/// <param name="Index">Of the case.</param>
/// <param name="Case">To prepare, or of the point.</param>
/// <param name="Point">To measure; null: the case is to be prepared.</param>
internal sealed record WorkItem(int Index, CaseWork Case, PointWork? Point);
