namespace DiagCodec.LearnedCodecs.Train;

/// <summary>One stretch of a training, from a checkpoint to the next.</summary>
/// <param name="Checkpoint">From 1.</param>
/// <param name="Step">Steps so far.</param>
/// <param name="Seconds">Wall time so far, pauses left out.</param>
/// <param name="Loss">Mean over the stretch.</param>
/// <param name="BitsPerPixel">Mean over the stretch, estimated, with noise.</param>
/// <param name="Psnr">Of the stretch's mean squared error, dB.</param>
/// <param name="ValidationBitsPerPixel">Estimated, rounded latents; null where nothing was validated.</param>
/// <param name="ValidationPsnr">Of the validation's mean squared error, dB.</param>
/// <param name="LearningRate">As the last step used it.</param>
public sealed record CodecCurveRow(
    int Checkpoint, int Step, double Seconds, double Loss, double BitsPerPixel, double Psnr, double? ValidationBitsPerPixel, double? ValidationPsnr, double LearningRate);
