using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Metrics;

namespace DiagCodec.Evaluation.Reports.Pictures;

/// <summary>
/// Chooses how a series is shown. The window that was coded is the window that is shown; else CT gets its soft-tissue window, 8-bit
/// pictures their full range, because somebody windowed them before, and everything else, also CT that soft tissue is not in, the
/// bulk of its values.
/// </summary>
public static class IntensityViewChoice
{
    private const double LowShare = 0.005;
    private const double HighShare = 0.995;

    /// <summary>Enough for steady half-percent quantiles, whatever the number of slices.</summary>
    private const int MostSamples = 200_000;

    /// <param name="prepared">The series.</param>
    /// <param name="window">What the user wants to see, or null.</param>
    public static IntensityView For(PreparedSeries prepared, DisplayWindow? window)
    {
        var volume = prepared.Series.Volume;
        var (bulk, unit) = Bulk(prepared);
        var (shown, reason) = window is { } asked ? (asked, "as asked")
            : prepared.Frames.Mapping is { Kind: SampleMappingKind.Window } m ? (new(m.WindowCenter!.Value, m.WindowWidth!.Value), "as coded")
            : unit == "HU" && bulk.High > DisplayWindow.SoftTissue.Center ? (DisplayWindow.SoftTissue, "CT soft tissue")
            : IsPicture(volume) ? (DisplayWindow.Between(0, byte.MaxValue), "full 8-bit range")
            : (bulk, "0.5 % to 99.5 % of the values");
        return new IntensityView(unit, shown, reason, volume.LowIsBright);
    }

    private static (DisplayWindow Bulk, string Unit) Bulk(PreparedSeries prepared)
    {
        var values = Sample(prepared.Series.Volume);
        if (values.Length == 0)
        {
            return (DisplayWindow.Between(0, 1), "stored units");
        }

        var (low, high) = (Quantile.OfSorted(values, LowShare), Quantile.OfSorted(values, HighShare));
        return (DisplayWindow.Between(low, high), Unit(prepared.Series, low));
    }

    private static double[] Sample(Volume volume)
    {
        var stored = new int[volume.PixelsPerSlice];
        var step = (int)Math.Max(1, ((long)volume.PixelsPerSlice * volume.Slices / MostSamples) | 1);
        var values = new List<double>();
        var next = 0;
        for (var z = 0; z < volume.Slices; z++)
        {
            volume.ReadSlice(z, stored);
            var rescale = volume.RescaleOf(z);
            for (; next < stored.Length; next += step)
            {
                if (volume.Padding?.Contains(stored[next]) != true)
                {
                    values.Add(rescale.Apply(stored[next]));
                }
            }

            next -= stored.Length;
        }

        values.Sort();
        return [.. values];
    }

    /// <summary>Only CT has air near -1000 HU as its lowest values; a description that begins with the modality settles it earlier.</summary>
    private static string Unit(ImageSeries series, double low)
    {
        const double MostAir = -200;
        const double LeastAir = -3100;
        var saysCt = series.Description.StartsWith("CT ", StringComparison.Ordinal);
        return saysCt || (low is > LeastAir and < MostAir) ? "HU"
            : series.Volume.Rescales.All(r => r == Rescale.Identity) ? "stored units" : "rescaled units";
    }

    private static bool IsPicture(Volume volume) =>
        volume.Format == SampleFormat.UInt8 && volume.Rescales.All(r => r == Rescale.Identity);
}
