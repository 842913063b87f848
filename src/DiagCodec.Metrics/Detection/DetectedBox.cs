namespace DiagCodec.Metrics.Detection;

/// <summary>A box that a detector found.</summary>
/// <param name="Class">Class number.</param>
/// <param name="Score">How sure it is; only the order counts.</param>
/// <param name="Box">Where.</param>
public readonly record struct DetectedBox(int Class, double Score, BoundingBox Box);
