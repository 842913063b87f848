using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>A point of a vessel's centre line.</summary>
internal readonly record struct TubePoint(Vector3 Centre, double Radius);
