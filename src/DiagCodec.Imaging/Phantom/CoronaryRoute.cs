using System.Collections.Immutable;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>The rough way of an artery; the surface makes it exact.</summary>
/// <param name="Origin">The aorta or another artery, whose point is then the first.</param>
/// <param name="StartRadius">mm.</param>
/// <param name="EndRadius">mm.</param>
/// <param name="Points">In the heart's axes: apex, septum, groove.</param>
internal sealed record CoronaryRoute(CoronaryOrigin Origin, double StartRadius, double EndRadius, ImmutableArray<Vector3> Points);
