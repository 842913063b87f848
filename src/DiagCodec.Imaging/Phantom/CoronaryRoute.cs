using System.Collections.Immutable;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>The rough way of an artery; the surface makes it exact.</summary>
/// <param name="Name">As cardiologists call it: LM, LAD, D1 ...</param>
/// <param name="Parent">The artery it leaves; null for the aorta.</param>
/// <param name="StartRadius">mm, of an average adult.</param>
/// <param name="EndRadius">mm.</param>
/// <param name="Chance">Share of people who have it.</param>
/// <param name="Twigs">Small branches that leave it at random.</param>
/// <param name="Points">In the heart's axes: apex, septum, groove.</param>
internal sealed record CoronaryRoute(
    string Name, string? Parent, double StartRadius, double EndRadius, double Chance, int Twigs, ImmutableArray<Vector3> Points);
