using DiagCodec.Imaging.Volumes;

namespace DiagCodec.LearnedCodecs.Orchestrated;

/// <summary>What a stream decodes to.</summary>
/// <param name="Seen">Slices of what the segmentor saw, 0 to 65,535 for 0 to 1. A feature image, which is no picture of the patient, unless <paramref name="IsImage"/>.</param>
/// <param name="IsImage">The design reconstructs the image that went in (as the task prepares it).</param>
/// <param name="Labels">One class number for every pixel.</param>
public sealed record DecodedFeatures(Volume Seen, bool IsImage, LabelMap Labels);
