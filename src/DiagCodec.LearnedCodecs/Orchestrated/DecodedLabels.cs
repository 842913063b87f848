namespace DiagCodec.LearnedCodecs.Orchestrated;

/// <summary>What comes out of a code.</summary>
/// <param name="Seen">What the segmentor saw: channels * pixels values, 0 to 1. A feature image, except where the design reconstructs the image.</param>
/// <param name="Labels">One class number for every pixel, 0 for background.</param>
public sealed record DecodedLabels(float[] Seen, byte[] Labels);
