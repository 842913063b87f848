namespace DiagCodec.Cli.Output;

/// <summary>What <c>train codec --json</c> prints.</summary>
internal sealed record CodecTrainingSummary(string Model, double Lambda, string Weights, string WeightsSha256, double? BitsPerPixel, double? Psnr);
