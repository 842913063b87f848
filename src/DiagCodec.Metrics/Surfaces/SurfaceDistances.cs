namespace DiagCodec.Metrics.Surfaces;

/// <summary>
/// How far the surfaces of two masks are apart, mm. A surface is the set of voxels of the mask that share a face with another class or
/// with the outside of the volume (in a grid of one slice: an edge within it); distances are exact, between voxel centres, from each
/// surface voxel of one mask to the nearest of the other. Every surface voxel weighs the same, whatever its spacing.
/// </summary>
public sealed class SurfaceDistances
{
    private const byte TruthMark = 1;
    private const byte PredictedMark = 2;

    private readonly double[] _fromTruth;
    private readonly double[] _fromPredicted;

    private SurfaceDistances(double[] fromTruth, double[] fromPredicted) => (_fromTruth, _fromPredicted) = (fromTruth, fromPredicted);

    /// <summary>From each surface voxel of the truth to the predicted surface, mm, ascending.</summary>
    public ReadOnlySpan<double> FromTruth => _fromTruth;

    /// <summary>From each surface voxel of the prediction to the true surface, mm, ascending.</summary>
    public ReadOnlySpan<double> FromPredicted => _fromPredicted;

    /// <summary>The largest of all distances.</summary>
    public double Hausdorff => HausdorffAt(1);

    /// <summary>
    /// HD95: the larger of the two directed 95th percentiles (<see cref="Quantile"/>). Tools that take one percentile of both directions
    /// together report a value between the two.
    /// </summary>
    public double Hausdorff95 => HausdorffAt(0.95);

    /// <summary>Mean over the surface voxels of both masks together (average symmetric surface distance).</summary>
    public double Mean => (_fromTruth.Sum() + _fromPredicted.Sum()) / (_fromTruth.Length + _fromPredicted.Length);

    /// <summary>Compares the voxels of one class in two label maps.</summary>
    /// <param name="truth">Class numbers of the grid's voxels.</param>
    /// <param name="predicted">Class numbers of the same voxels.</param>
    /// <param name="label">The class; 1 for a binary mask.</param>
    /// <param name="grid">Their size and spacing.</param>
    /// <returns>
    /// Null where the class is missing in either map or in both: a distance to nothing is not defined. Report how often that happens beside
    /// a mean of the others.
    /// </returns>
    /// <exception cref="ArgumentException">A map's length is not the grid's number of voxels.</exception>
    public static SurfaceDistances? Between(ReadOnlySpan<byte> truth, ReadOnlySpan<byte> predicted, byte label, VoxelGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        if (truth.Length != grid.Voxels || predicted.Length != grid.Voxels)
        {
            throw new ArgumentException($"two maps of {grid.Voxels} voxels were expected, found {truth.Length} and {predicted.Length}");
        }

        if (VoxelBox.Around(truth, label, grid) is not { } trueBox || VoxelBox.Around(predicted, label, grid) is not { } predictedBox)
        {
            return null;
        }

        var box = trueBox.Union(predictedBox);
        var marks = new byte[box.Voxels];
        var trueCount = SurfaceVoxels.Mark(truth, label, grid, box, TruthMark, marks);
        var predictedCount = SurfaceVoxels.Mark(predicted, label, grid, box, PredictedMark, marks);
        var field = new DistanceField(grid, box);
        return new SurfaceDistances(
            field.Measure(marks, TruthMark, PredictedMark, trueCount),
            field.Measure(marks, PredictedMark, TruthMark, predictedCount));
    }

    /// <summary>The larger of the two directed quantiles.</summary>
    /// <param name="share">0 to 1.</param>
    public double HausdorffAt(double share) => Math.Max(Quantile.OfSorted(_fromTruth, share), Quantile.OfSorted(_fromPredicted, share));

    /// <summary>
    /// Surface Dice (normalised surface distance): the share of both masks' surface voxels that have the other surface within the
    /// tolerance, 0 to 1.
    /// </summary>
    /// <param name="tolerance">mm, 0 or more. A distance that equals it counts as within it, whatever rounding makes of 3 x 0.3 mm.</param>
    public double DiceAt(double tolerance)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tolerance);
        const double Rounding = 1 + 1e-9;
        return (double)(Within(_fromTruth, tolerance * Rounding) + Within(_fromPredicted, tolerance * Rounding))
            / (_fromTruth.Length + _fromPredicted.Length);
    }

    private static int Within(double[] sorted, double limit)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = sorted[middle] <= limit ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
