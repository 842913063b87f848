namespace DiagCodec.Metrics.Segmentation;

/// <summary>
/// How many voxels of each true class were predicted as each class. Slices, volumes and patients add up, in any order; scores of a sum
/// weigh every voxel alike, so a mean over patients is taken over the patients' own scores. Not for use by two threads at once: give each
/// its own and add those.
/// </summary>
public sealed class ConfusionCounts
{
    private readonly long[] _counts;

    /// <param name="classes">1 to 256, background included: class numbers are 0 to <paramref name="classes"/> - 1.</param>
    public ConfusionCounts(int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(classes, 256);
        Classes = classes;
        _counts = new long[classes * classes];
    }

    /// <summary>Counts that were kept.</summary>
    /// <param name="counts">Row by row, by true class: counts[truth * classes + predicted].</param>
    /// <exception cref="ArgumentException">Their number is no square of 1 to 256, or one is negative.</exception>
    public static ConfusionCounts FromRows(ReadOnlySpan<long> counts)
    {
        var classes = (int)Math.Round(Math.Sqrt(counts.Length));
        if (classes is < 1 or > 256 || classes * classes != counts.Length)
        {
            throw new ArgumentException($"counts are classes x classes numbers, found {counts.Length}", nameof(counts));
        }

        if (counts.ContainsAnyInRange(long.MinValue, -1))
        {
            throw new ArgumentException("counts are 0 or more, found a negative one", nameof(counts));
        }

        var kept = new ConfusionCounts(classes);
        counts.CopyTo(kept._counts);
        return kept;
    }

    public int Classes { get; }

    public long Total => _counts.Sum();

    /// <summary>Voxels that are of class <paramref name="truth"/> and were taken for <paramref name="predicted"/>.</summary>
    public long this[int truth, int predicted]
    {
        get
        {
            CheckClass(truth);
            CheckClass(predicted);
            return _counts[(truth * Classes) + predicted];
        }
    }

    /// <summary>Counts of a slice, a volume, or any part of one. Either all its voxels are added or, when it throws, none.</summary>
    /// <param name="truth">Class numbers.</param>
    /// <param name="predicted">Class numbers of the same voxels.</param>
    /// <exception cref="ArgumentException">The lengths differ, there are no voxels, or a class number is too large.</exception>
    public void Add(ReadOnlySpan<byte> truth, ReadOnlySpan<byte> predicted)
    {
        SpanPair.Check(truth.Length, predicted.Length);
        var found = new long[_counts.Length];
        for (var i = 0; i < truth.Length; i++)
        {
            var (t, p) = (truth[i], predicted[i]);
            if (t >= Classes || p >= Classes)
            {
                throw new ArgumentException($"class numbers 0 to {Classes - 1} were expected, found {Math.Max(t, p)} at voxel {i}");
            }

            found[(t * Classes) + p]++;
        }

        AddAll(found);
    }

    /// <exception cref="ArgumentException">The numbers of classes differ.</exception>
    public void Add(ConfusionCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Classes != Classes)
        {
            throw new ArgumentException($"counts of {Classes} classes were expected, found {other.Classes}", nameof(other));
        }

        AddAll(other._counts);
    }

    /// <summary>One class against all others.</summary>
    public ClassCounts Of(int number)
    {
        CheckClass(number);
        var (truth, predicted) = (0L, 0L);
        for (var other = 0; other < Classes; other++)
        {
            truth += _counts[(number * Classes) + other];
            predicted += _counts[(other * Classes) + number];
        }

        var both = _counts[(number * Classes) + number];
        return new ClassCounts(both, predicted - both, truth - both, Total - truth - predicted + both);
    }

    /// <summary>All classes but background, taken as one: a voxel of class 1 predicted as class 2 counts as found.</summary>
    public ClassCounts Foreground()
    {
        var background = Of(0);
        return new ClassCounts(background.TrueNegative, background.FalseNegative, background.FalsePositive, background.TruePositive);
    }

    private void AddAll(long[] counts)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            _counts[i] += counts[i];
        }
    }

    private void CheckClass(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, Classes);
    }
}
