using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Prepare;

/// <summary>Chooses the sample mapping of a volume: exact wherever the bit depth holds the range, else linear, or the window asked for.</summary>
public static class SampleMappingChoice
{
    /// <param name="volume">What will be coded.</param>
    /// <param name="bitDepth">8, 10 or 12; null: 8 for 8-bit sources, else 12.</param>
    /// <param name="window">Centre and width in physical units (HU), or null for the full stored range.</param>
    /// <exception cref="UsageException">The window is empty or not finite.</exception>
    public static SampleMapping For(Volume volume, int? bitDepth, (double Center, double Width)? window)
    {
        var depth = bitDepth ?? (volume.Format.Bytes() == 1 ? 8 : 12);
        var (low, high) = StoredRange.Of(volume);
        if (volume.Chroma is not null && (window is not null || Math.Max(high, StoredRange.HighestChroma(volume)) >= 1 << depth))
        {
            throw new UsageException(
                $"colour video is coded as it is: no --window, and a --bit-depth that holds its samples (up to {Math.Max(high, StoredRange.HighestChroma(volume))})");
        }

        if (window is { } w)
        {
            if (!(w.Width > 0) || !double.IsFinite(w.Width) || !double.IsFinite(w.Center))
            {
                throw new UsageException($"--window {w.Center}/{w.Width}: the width must be above 0, for example --window 300/800");
            }

            var windowed = new SampleMapping
            {
                Kind = SampleMappingKind.Window,
                BitDepth = depth,
                Low = low,
                High = high,
                WindowCenter = w.Center,
                WindowWidth = w.Width,
                Rescales = volume.Rescales,
                MaxError = 0,
            };
            return windowed with { MaxError = MappingError.Of(windowed, volume) };
        }

        var fits = (long)high - low < 1L << depth;
        var mapping = new SampleMapping
        {
            Kind = fits ? SampleMappingKind.Shift : SampleMappingKind.Linear,
            BitDepth = depth,

            // Chroma has no shift of its own, so video keeps its luma as it is.
            Low = volume.Chroma is null ? low : 0,
            High = high,
            MaxError = 0,
        };
        return fits ? mapping : mapping with { MaxError = MappingError.Of(mapping, volume) };
    }
}
