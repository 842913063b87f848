namespace DiagCodec.LearnedCodecs.Train;

/// <summary>Where a training is.</summary>
/// <param name="Step">Steps done.</param>
/// <param name="Steps">Of so many.</param>
/// <param name="Row">At a checkpoint, what the curve says; else null.</param>
/// <param name="Note">Something odd; else null.</param>
public sealed record CodecTrainingProgress(int Step, int Steps, CodecCurveRow? Row, string? Note);
