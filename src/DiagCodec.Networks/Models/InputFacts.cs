namespace DiagCodec.Networks.Models;

/// <summary>What is known of an image before a network sees it.</summary>
/// <param name="Modality">DICOM modality, or null where the file does not say.</param>
/// <param name="Values">Smallest and largest value, of the kind that the task takes; the same number twice for a flat image.</param>
/// <param name="PixelSpacing">Millimetres per pixel, the larger of the two directions, or null where the file does not say.</param>
public sealed record InputFacts(string? Modality, NumberRange Values, double? PixelSpacing);
