using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Networks.Models;

namespace DiagCodec.Segmentation.Input;

/// <summary>What <see cref="InputAcceptance"/> asks of a series.</summary>
public static class SeriesFacts
{
    /// <param name="series">As read.</param>
    /// <param name="input">Decides which numbers the range is of: rescaled or stored values, padding left out.</param>
    public static InputFacts Of(ImageSeries series, ModelInput input)
    {
        var geometry = series.Volume.Geometry;
        double? spacing = geometry is null ? null : Math.Max(geometry.ColumnSpacing, geometry.RowSpacing);
        return new InputFacts(series.Modality, Values(series.Volume, input.Kind), spacing);
    }

    private static NumberRange Values(Volume volume, InputKind kind)
    {
        var stored = new int[volume.PixelsPerSlice];
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var z = 0; z < volume.Slices; z++)
        {
            volume.ReadSlice(z, stored);
            if (Measured(stored, volume.Padding) is { } range)
            {
                var rescale = kind == InputKind.Hu ? volume.RescaleOf(z) : Rescale.Identity;
                var (first, last) = (rescale.Apply(range.Low), rescale.Apply(range.High));
                (low, high) = (Math.Min(low, Math.Min(first, last)), Math.Max(high, Math.Max(first, last)));
            }
        }

        // Of a volume of nothing but padding a flat image is known.
        return low <= high ? new NumberRange(low, high) : new NumberRange(stored[0], stored[0]);
    }

    private static (int Low, int High)? Measured(ReadOnlySpan<int> stored, PixelPadding? padding)
    {
        var (low, high) = (int.MaxValue, int.MinValue);
        foreach (var value in stored)
        {
            if (padding?.Contains(value) != true)
            {
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
            }
        }

        return low <= high ? (low, high) : null;
    }
}
