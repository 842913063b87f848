using System.Collections.Immutable;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>The ways of the coronary arteries in heart millimetres: apex, septum (positive: right), groove (positive: front).</summary>
internal static class CoronaryRoutes
{
    private static readonly Vector3 LeftFork = new(-22, -8, 36);
    private static readonly Vector3 Crux = new(-16, 6, -36);

    /// <summary>Share of people whose right artery supplies the back of the heart.</summary>
    private const double RightDominance = 0.87;

    public static ImmutableArray<CoronaryRoute> For(bool rightDominant) => rightDominant ? [.. Always, .. Right] : [.. Always, .. Left];

    public static bool IsRightDominant(PhantomRandom random) => random.Range(0, 1) < RightDominance;

    private static ImmutableArray<CoronaryRoute> Always { get; } =
    [
        new("LM", null, 2.25, 2.1, 1, 0, [new(-24, -2, 36), LeftFork]),
        new("LAD", "LM", 1.85, 0.65, 1, 4, [LeftFork, new(-8, 1, 37), new(10, 2, 36), new(28, 1, 29), new(42, -2, 20), new(54, -6, 6), new(54, -4, -6)]),
        new("D1", "LAD", 1.2, 0.5, 1, 2, [new(-4, 1, 37), new(8, -18, 33), new(20, -32, 22), new(30, -38, 8)]),
        new("D2", "LAD", 1.05, 0.5, 0.85, 1, [new(16, 2, 35), new(28, -14, 28), new(40, -26, 14), new(44, -30, 4)]),
        new("D3", "LAD", 0.8, 0.5, 0.4, 0, [new(32, 1, 28), new(42, -12, 20), new(48, -18, 8)]),
        new("OM1", "LCx", 1.2, 0.5, 1, 2, [new(-21, -34, 24), new(-6, -44, 14), new(12, -46, 4), new(30, -40, -4)]),
        new("OM2", "LCx", 1.1, 0.5, 0.75, 1, [new(-19, -46, 2), new(-4, -46, -9), new(14, -42, -16), new(28, -32, -20)]),
        new("AM", "RCA", 1, 0.5, 1, 1, [new(-19, 44, -2), new(0, 46, -8), new(18, 42, -10), new(34, 34, -10)]),
        new("CB", "RCA", 0.8, 0.5, 0.6, 0, [new(-21, 26, 30), new(-8, 26, 38), new(4, 20, 38)]),
    ];

    private static ImmutableArray<CoronaryRoute> Right { get; } =
    [
        new("LCx", "LM", 1.65, 0.75, 1, 2, [LeftFork, new(-22, -28, 30), new(-20, -42, 14), new(-18, -46, -6), new(-16, -36, -24)]),
        new("RCA", null, 1.95, 1.45, 1, 3, [new(-22, 20, 30), new(-20, 38, 20), new(-18, 44, 0), new(-16, 38, -20), new(-15, 22, -32), Crux]),
        new("PDA", "RCA", 1.1, 0.55, 1, 2, [Crux, new(4, 4, -35), new(22, 2, -32), new(40, 0, -24)]),
        new("PLB", "RCA", 1.15, 0.5, 1, 2, [Crux, new(-16, -8, -35), new(-4, -18, -33), new(12, -24, -28)]),
    ];

    private static ImmutableArray<CoronaryRoute> Left { get; } =
    [
        new("LCx", "LM", 2.05, 1.3, 1, 3, [LeftFork, new(-22, -28, 30), new(-20, -42, 14), new(-18, -46, -6), new(-16, -36, -24), new(-16, -14, -34), Crux]),
        new("RCA", null, 1.4, 0.65, 1, 2, [new(-22, 20, 30), new(-20, 38, 20), new(-18, 44, 0), new(-16, 40, -16)]),
        new("PDA", "LCx", 1.1, 0.55, 1, 2, [Crux, new(4, 4, -35), new(22, 2, -32), new(40, 0, -24)]),
        new("PLB", "LCx", 1.05, 0.5, 1, 1, [new(-16, -26, -30), new(-2, -28, -29), new(14, -28, -25)]),
    ];
}
