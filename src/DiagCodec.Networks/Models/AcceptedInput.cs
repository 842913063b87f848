using System.Collections.Immutable;

namespace DiagCodec.Networks.Models;

/// <summary>The images that a task was trained for; <see cref="InputAcceptance"/> holds an image against it.</summary>
/// <param name="Modalities">DICOM modalities (PS3.3 C.7.3.1.1.1), at least one.</param>
/// <param name="PhysicalRange">Values of the input's kind, in CT HU, that images of the task have, or null for any.</param>
/// <param name="MinimumRange">The least difference between an image's largest and smallest value, or null for any.</param>
/// <param name="PixelSpacing">Millimetres per pixel, above 0, or null for any.</param>
public sealed record AcceptedInput(ImmutableArray<string> Modalities, NumberRange? PhysicalRange, double? MinimumRange, NumberRange? PixelSpacing);
