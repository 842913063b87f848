namespace DiagCodec.Allocation.Policies.Training;

/// <summary>How far a training is.</summary>
/// <param name="Iteration">Steps done.</param>
/// <param name="Total">Steps in all.</param>
/// <param name="Row">The validation after this step, where there was one.</param>
/// <param name="Note">Something to tell; null: nothing.</param>
public sealed record PolicyTrainingProgress(int Iteration, int Total, PolicyCurveRow? Row, string? Note = null);
