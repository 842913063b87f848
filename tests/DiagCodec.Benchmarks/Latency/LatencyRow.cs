namespace DiagCodec.Benchmarks.Latency;

/// <summary>From a volume at one place to its segmentation at another; seconds are medians of the runs.</summary>
/// <param name="Way">How it gets there.</param>
/// <param name="VolumeBytes">Stored samples before coding.</param>
/// <param name="SentBytes">What is transferred.</param>
/// <param name="TransferSeconds">At the bandwidth that was stated.</param>
/// <param name="CompressionSeconds">Network and entropy coder.</param>
/// <param name="ReconstructionSeconds">Entropy decoder and network.</param>
/// <param name="SegmentationSeconds">The segmentor.</param>
internal sealed record LatencyRow(
    string Way, long VolumeBytes, long SentBytes, double TransferSeconds, double CompressionSeconds, double ReconstructionSeconds, double SegmentationSeconds)
{
    public double TotalSeconds => TransferSeconds + CompressionSeconds + ReconstructionSeconds + SegmentationSeconds;
}
