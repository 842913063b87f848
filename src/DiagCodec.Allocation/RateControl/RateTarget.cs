using DiagCodec.Coding.Encode;

namespace DiagCodec.Allocation.RateControl;

/// <summary>A size to reach.</summary>
/// <param name="Bytes">1 or more.</param>
/// <param name="Counts">Of what.</param>
public sealed record RateTarget(long Bytes, RateCounts Counts)
{
    /// <summary>The search ends when this near; promised is twice as much.</summary>
    public const double Tolerance = 0.01;

    /// <param name="bitsPerSlice">Of the video alone, as encoders count their bit rate.</param>
    /// <param name="slices">In all.</param>
    public static RateTarget OfBitrate(double bitsPerSlice, int slices) =>
        new(Math.Max(1, (long)Math.Round(bitsPerSlice * slices / 8)), RateCounts.Video);

    public long Measure(EncodeResult result) => Counts == RateCounts.Archive ? result.TotalBytes : result.Video.Bytes;

    /// <summary>0.01: a hundredth too large.</summary>
    public double Deviation(long bytes) => ((double)bytes - Bytes) / Bytes;
}
