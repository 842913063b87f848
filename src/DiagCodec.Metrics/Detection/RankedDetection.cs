namespace DiagCodec.Metrics.Detection;

/// <summary>A detection after matching.</summary>
/// <param name="Score">Of the detector.</param>
/// <param name="IsTrue">It was matched with a true box.</param>
internal readonly record struct RankedDetection(double Score, bool IsTrue);
