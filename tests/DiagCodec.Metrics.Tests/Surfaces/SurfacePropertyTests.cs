using DiagCodec.Metrics.Surfaces;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Metrics.Tests.Surfaces;

public sealed class SurfacePropertyTests
{
    [Fact]
    public void Equal_to_brute_force() => Check((a, b, grid) =>
    {
        var distances = SurfaceDistances.Between(a, b, 1, grid)!;
        return Close(distances.FromTruth, BruteForceSurfaces.Directed(a, b, grid))
            && Close(distances.FromPredicted, BruteForceSurfaces.Directed(b, a, grid));
    });

    [Fact]
    public void Symmetric() => Check((a, b, grid) =>
    {
        var (one, other) = (SurfaceDistances.Between(a, b, 1, grid)!, SurfaceDistances.Between(b, a, 1, grid)!);
        return one.Hausdorff95 == other.Hausdorff95 && one.DiceAt(1) == other.DiceAt(1) && Math.Abs(one.Mean - other.Mean) < 1e-12;
    });

    [Fact]
    public void Zero_for_equal_masks() => Check((a, _, grid) =>
    {
        var distances = SurfaceDistances.Between(a, a, 1, grid)!;
        return distances.Hausdorff == 0 && distances.Mean == 0 && distances.DiceAt(0) == 1;
    });

    [Fact]
    public void Twice_the_spacing_is_twice_the_distance() => Check((a, b, grid) =>
    {
        var doubled = new VoxelGrid(grid.Columns, grid.Rows, grid.Slices, 2 * grid.ColumnSpacing, 2 * grid.RowSpacing, 2 * grid.SliceSpacing);
        var (one, two) = (SurfaceDistances.Between(a, b, 1, grid)!, SurfaceDistances.Between(a, b, 1, doubled)!);
        return Math.Abs((2 * one.Hausdorff95) - two.Hausdorff95) < 1e-12 && one.DiceAt(0.9) == two.DiceAt(1.8);
    });

    [Fact]
    public void The_place_in_a_volume_does_not_matter() => Check((a, b, grid) =>
    {
        // Away from the outside on both sides, so that the surface is the same one.
        var (one, other) = (Placed(1, 1, 1), Placed(4, 2, 3));
        return Close(one.FromTruth, other.FromTruth) && Close(one.FromPredicted, other.FromPredicted);

        SurfaceDistances Placed(int x, int y, int z)
        {
            var large = new VoxelGrid(grid.Columns + 6, grid.Rows + 6, grid.Slices + 6, grid.ColumnSpacing, grid.RowSpacing, grid.SliceSpacing);
            return SurfaceDistances.Between(Put(a, x, y, z), Put(b, x, y, z), 1, large)!;
        }

        byte[] Put(byte[] mask, int x, int y, int z)
        {
            var to = new byte[(grid.Columns + 6) * (grid.Rows + 6) * (grid.Slices + 6)];
            for (var i = 0; i < mask.Length; i++)
            {
                var (u, v, w) = (i % grid.Columns, i / grid.Columns % grid.Rows, i / grid.Columns / grid.Rows);
                to[(((((w + z) * (grid.Rows + 6)) + v + y) * (grid.Columns + 6)) + u) + x] = mask[i];
            }

            return to;
        }
    });

    [Fact]
    public void A_larger_tolerance_never_lowers_the_score_and_the_farthest_gives_one() => Check((a, b, grid) =>
    {
        var distances = SurfaceDistances.Between(a, b, 1, grid)!;
        var scores = Enumerable.Range(0, 20).Select(t => distances.DiceAt(t * 0.25)).ToArray();
        return scores.Zip(scores.Skip(1)).All(s => s.First <= s.Second) && distances.DiceAt(distances.Hausdorff) == 1
            && distances.Hausdorff95 <= distances.Hausdorff;
    });

    /// <summary>Small grids of every shape, sparse and dense masks, spacings that do not divide each other.</summary>
    private static void Check(Func<byte[], byte[], VoxelGrid, bool> holds)
    {
        var scenes =
            from seed in Gen.Choose(0, int.MaxValue)
            from columns in Gen.Choose(1, 9)
            from rows in Gen.Choose(1, 8)
            from slices in Gen.Choose(1, 7)
            from spacing in Gen.Elements((1.0, 1.0, 1.0), (0.4, 0.4, 0.625), (0.31, 1.7, 0.9), (2.0, 0.1, 3.3))
            from filled in Gen.Choose(1, 95)
            select (seed, filled, Grid: new VoxelGrid(columns, rows, slices, spacing.Item1, spacing.Item2, spacing.Item3));
        Prop.ForAll(scenes.ToArbitrary(), scene =>
        {
            var random = new Random(scene.seed);
            return holds(Mask(random, scene.filled, scene.Grid), Mask(random, scene.filled, scene.Grid), scene.Grid);
        }).QuickCheckThrowOnFailure();
    }

    private static byte[] Mask(Random random, int filled, VoxelGrid grid)
    {
        var mask = new byte[grid.Voxels];
        for (var i = 0; i < mask.Length; i++)
        {
            mask[i] = (byte)(random.Next(100) < filled ? 1 : 0);
        }

        mask[random.Next(mask.Length)] = 1;
        return mask;
    }

    private static bool Close(ReadOnlySpan<double> found, ReadOnlySpan<double> expected)
    {
        var same = found.Length == expected.Length;
        for (var i = 0; same && i < found.Length; i++)
        {
            same = Math.Abs(found[i] - expected[i]) < 1e-12;
        }

        return same;
    }
}
