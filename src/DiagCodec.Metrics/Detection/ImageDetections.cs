using System.Collections.Immutable;

namespace DiagCodec.Metrics.Detection;

/// <summary>What is on one image, and what was found on it.</summary>
/// <param name="Truth">Boxes that are there; none is allowed.</param>
/// <param name="Found">Boxes of the detector, in any order; none is allowed.</param>
public sealed record ImageDetections(ImmutableArray<TrueBox> Truth, ImmutableArray<DetectedBox> Found);
