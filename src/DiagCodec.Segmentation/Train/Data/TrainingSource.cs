namespace DiagCodec.Segmentation.Train.Data;

/// <summary>An image and its label map, found but not read.</summary>
/// <param name="Name">Patient or image, as split files name it; unique in a data set.</param>
/// <param name="Image">What <see cref="Imaging.Series.SeriesReader"/> reads.</param>
/// <param name="Labels">What <see cref="Imaging.Masks.MaskReader"/> reads.</param>
public sealed record TrainingSource(string Name, string Image, string Labels);
