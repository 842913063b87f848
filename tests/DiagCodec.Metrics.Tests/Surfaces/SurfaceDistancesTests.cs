using DiagCodec.Metrics.Surfaces;

namespace DiagCodec.Metrics.Tests.Surfaces;

public sealed class SurfaceDistancesTests
{
    [Fact]
    public void Two_single_voxels_are_a_space_diagonal_apart()
    {
        var grid = new VoxelGrid(3, 4, 5, 0.5, 1, 2);
        var (truth, predicted) = (new byte[60], new byte[60]);
        truth[0] = 1;
        predicted[(((4 * 4) + 3) * 3) + 2] = 1;
        var distances = SurfaceDistances.Between(truth, predicted, 1, grid)!;
        var expected = Math.Sqrt(1 + 9 + 64);
        Assert.Equal([expected], distances.FromTruth.ToArray());
        Assert.Equal([expected], distances.FromPredicted.ToArray());
        Assert.Equal((expected, expected, expected), (distances.Hausdorff, distances.Hausdorff95, distances.Mean));
        Assert.Equal(0, distances.DiceAt(expected - 0.01));
        Assert.Equal(1, distances.DiceAt(expected));
    }

    [Fact]
    public void Directed_distances_differ_and_the_larger_percentile_wins()
    {
        // A line of 1 x 9 voxels: the truth at 0, the prediction at 0, 2 and 8.
        var grid = new VoxelGrid(9, 1, 1, 0.3, 1, 1);
        var distances = SurfaceDistances.Between([1, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 1, 0, 0, 0, 0, 0, 1], 1, grid)!;
        Assert.Equal([0], distances.FromTruth.ToArray());
        Assert.Equal([0, 0.6, 2.4], distances.FromPredicted.ToArray().Select(d => Math.Round(d, 12)));
        Assert.Equal(2.4, distances.Hausdorff, 12);
        Assert.Equal(0.6 + (0.9 * 1.8), distances.Hausdorff95, 12);
        Assert.Equal(3.0 / 4, distances.Mean, 12);
        Assert.Equal(2 / 4.0, distances.DiceAt(0.5));
        Assert.Equal(3 / 4.0, distances.DiceAt(0.6));
    }

    [Fact]
    public void The_inside_of_a_block_is_not_surface()
    {
        // 5 x 5 x 5 full: 98 voxels of surface. Against its middle voxel: the farthest are corners, the nearest are face centres.
        var grid = new VoxelGrid(7, 7, 7, 1, 1, 1);
        var (block, middle) = (new byte[343], new byte[343]);
        for (var i = 0; i < 343; i++)
        {
            var (x, y, z) = (i % 7, i / 7 % 7, i / 49);
            block[i] = (byte)(Math.Max(Math.Max(Math.Abs(x - 3), Math.Abs(y - 3)), Math.Abs(z - 3)) <= 2 ? 1 : 0);
        }

        middle[171] = 1;
        var distances = SurfaceDistances.Between(block, middle, 1, grid)!;
        Assert.Equal(98, distances.FromTruth.Length);
        Assert.Equal((2, Math.Sqrt(12)), (distances.FromTruth[0], distances.FromTruth[^1]));
        Assert.Equal([2], distances.FromPredicted.ToArray());
    }

    [Fact]
    public void One_slice_is_compared_as_a_plane()
    {
        // A full 4 x 4 square has 12 edge pixels; as a slab of a volume all 16 would be surface.
        var square = Enumerable.Repeat((byte)1, 16).ToArray();
        Assert.Equal(12, SurfaceDistances.Between(square, square, 1, new VoxelGrid(4, 4, 1, 1, 1, 1))!.FromTruth.Length);
    }

    [Fact]
    public void The_only_voxel_of_a_grid_is_its_own_surface() =>
        Assert.Equal(0, SurfaceDistances.Between([1], [1], 1, new VoxelGrid(1, 1, 1, 1, 1, 1))!.Hausdorff95);

    [Fact]
    public void A_distance_that_equals_the_tolerance_is_within_it_despite_rounding()
    {
        // 3 x 0.3 is 0.8999999999999999 in doubles, 3 x 0.1 is 0.30000000000000004.
        foreach (var spacing in (double[])[0.1, 0.3, 0.7])
        {
            var distances = SurfaceDistances.Between([1, 0, 0, 0], [0, 0, 0, 1], 1, new VoxelGrid(4, 1, 1, spacing, 1, 1))!;
            Assert.Equal(1, distances.DiceAt(Math.Round(3 * spacing, 1)));
        }
    }

    [Fact]
    public void Nothing_is_at_no_distance()
    {
        var grid = new VoxelGrid(2, 1, 1, 1, 1, 1);
        Assert.Null(SurfaceDistances.Between([0, 0], [0, 1], 1, grid));
        Assert.Null(SurfaceDistances.Between([0, 1], [0, 0], 1, grid));
        Assert.Null(SurfaceDistances.Between([0, 0], [0, 0], 1, grid));
    }

    [Fact]
    public void Other_classes_are_not_looked_at() =>
        Assert.Equal(1, SurfaceDistances.Between([1, 2, 3, 3], [3, 1, 2, 1], 2, new VoxelGrid(4, 1, 1, 1, 1, 1))!.Hausdorff);

    [Fact]
    public void What_does_not_fit_the_grid_is_refused()
    {
        var e = Assert.Throws<ArgumentException>(() => SurfaceDistances.Between([1], [1, 0], 1, new VoxelGrid(2, 1, 1, 1, 1, 1)));
        Assert.Equal("two maps of 2 voxels were expected, found 1 and 2", e.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new VoxelGrid(0, 1, 1, 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new VoxelGrid(1, 1, 40000, 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new VoxelGrid(1, 1, 1, 1, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new VoxelGrid(1, 1, 1, double.NaN, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            SurfaceDistances.Between([1], [1], 1, new VoxelGrid(1, 1, 1, 1, 1, 1))!.DiceAt(-1));
    }

    [Fact]
    public void The_longest_line_keeps_its_steps_apart()
    {
        var truth = new byte[VoxelGrid.LargestExtent];
        var predicted = new byte[VoxelGrid.LargestExtent];
        (truth[0], predicted[^1]) = (1, 1);
        foreach (var grid in (VoxelGrid[])[new(truth.Length, 1, 1, 1, 1, 1), new(1, truth.Length, 1, 1, 1, 1), new(1, 1, truth.Length, 1, 1, 1)])
        {
            Assert.Equal(VoxelGrid.LargestExtent - 1, SurfaceDistances.Between(truth, predicted, 1, grid)!.Hausdorff);
        }
    }
}
