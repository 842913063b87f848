namespace DiagCodec.LearnedCodecs.Mvmic;

/// <summary>What a step of stage 1 found before it moved the weights.</summary>
/// <param name="Total">R + lambda1 D + lambda2 L_task.</param>
/// <param name="BitsPerPixel">R, estimated.</param>
/// <param name="SquaredError">D, mean over the pixels, values 0 to 1.</param>
/// <param name="Task">L_task on the decoded pictures.</param>
public sealed record MvmicLosses(double Total, double BitsPerPixel, double SquaredError, double Task);
