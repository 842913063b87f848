namespace DiagCodec.Metrics.Detection;

/// <summary>A box that is there.</summary>
/// <param name="Class">Class number.</param>
/// <param name="Box">Where.</param>
public readonly record struct TrueBox(int Class, BoundingBox Box);
