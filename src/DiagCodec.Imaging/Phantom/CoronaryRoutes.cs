using System.Collections.Immutable;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>The ways of the coronary arteries in heart millimetres: apex, septum (positive: right), groove (positive: front).</summary>
internal static class CoronaryRoutes
{
    private static readonly Vector3 LeftFork = new(-22, -8, 36);
    private static readonly Vector3 RightTurn = new(-16, 6, -36);

    public static ImmutableArray<CoronaryRoute> All { get; } =
    [
        // Left main and anterior descending: down the front groove, round the apex.
        new(CoronaryOrigin.LeftOstium, 2.2, 0.7, [LeftFork, new(-8, 1, 37), new(10, 2, 36), new(28, 1, 29), new(42, -2, 20), new(54, -6, 8)]),

        // Two diagonals, over the left ventricle's free wall.
        new(CoronaryOrigin.Branch, 1.3, 0.6, [new(-4, 1, 37), new(8, -18, 33), new(20, -32, 22), new(30, -38, 8)]),
        new(CoronaryOrigin.Branch, 1.1, 0.5, [new(16, 2, 35), new(28, -14, 28), new(40, -26, 14)]),

        // Circumflex: round the left side in the groove between atrium and ventricle; two marginals.
        new(CoronaryOrigin.Branch, 1.8, 0.8, [LeftFork, new(-22, -28, 30), new(-20, -42, 14), new(-18, -46, -6), new(-16, -36, -24)]),
        new(CoronaryOrigin.Branch, 1.2, 0.5, [new(-21, -36, 22), new(-6, -44, 12), new(12, -46, 4), new(28, -40, -2)]),
        new(CoronaryOrigin.Branch, 1.1, 0.5, [new(-18, -46, -4), new(-4, -44, -12), new(14, -40, -18)]),

        // Right coronary artery: round the right side, then along the groove at the back; an acute marginal.
        new(CoronaryOrigin.RightOstium, 2.0, 1.1, [new(-22, 20, 30), new(-20, 38, 20), new(-18, 44, 0), new(-16, 38, -20), new(-15, 22, -32), RightTurn]),
        new(CoronaryOrigin.Branch, 1.1, 0.6, [RightTurn, new(4, 4, -35), new(22, 2, -32), new(38, 0, -24)]),
        new(CoronaryOrigin.Branch, 1.0, 0.5, [new(-18, 44, -4), new(0, 46, -8), new(18, 42, -8), new(32, 34, -6)]),
    ];
}
