using System.Collections.Immutable;

namespace DiagCodec.Metrics.Bjontegaard;

/// <summary>The points of one codec on one clip, in rising order of rate, whatever the order they come in.</summary>
public sealed class RateCurve
{
    /// <summary>Fewer points do not say how a curve bends.</summary>
    public const int FewestPoints = 4;

    /// <param name="name">What messages call the curve: "anchor", or a codec's name.</param>
    /// <param name="points">At least four.</param>
    /// <exception cref="ArgumentException">There are fewer than four points, a number is not finite, or a rate is not above 0.</exception>
    public RateCurve(string name, IEnumerable<RatePoint> points)
    {
        Name = name;
        Points = [.. points.OrderBy(p => p.Rate).ThenBy(p => p.Quality)];
        if (Points.Length < FewestPoints)
        {
            throw new ArgumentException($"{name}: a curve needs at least {FewestPoints} points, found {Points.Length}");
        }

        foreach (var point in Points)
        {
            if (!double.IsFinite(point.Rate) || point.Rate <= 0)
            {
                throw new ArgumentException(FormattableString.Invariant($"{name}: a rate is a finite number above 0, found {point.Rate}"));
            }

            if (!double.IsFinite(point.Quality))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"{name}: a quality is a finite number, found {point.Quality} at rate {point.Rate}"));
            }
        }
    }

    public string Name { get; }

    public ImmutableArray<RatePoint> Points { get; }

    /// <summary>
    /// Every higher rate has a higher quality. Where this is false (saturation, noise of a segmentation score), print the points beside
    /// any number that follows from the curve.
    /// </summary>
    public bool IsMonotone => Points.Zip(Points.Skip(1)).All(p => p.Second.Rate > p.First.Rate && p.Second.Quality > p.First.Quality);

    /// <summary>
    /// The nearest rising curve (isotonic regression by pooling adjacent violators): neighbours whose quality does not rise, and
    /// points of one rate, become one point at their mean log rate and mean quality, so the result is monotone and may have fewer points. An option that must be named
    /// where its numbers are shown, never a default: it hides what the measurement said.
    /// </summary>
    /// <exception cref="ArgumentException">Fewer than four points are left.</exception>
    public RateCurve Isotonic() => new($"{Name} (isotonic)", IsotonicPoints());

    /// <summary>The points of <see cref="Isotonic"/>, however few are left: enough to say where a quality is first reached.</summary>
    public ImmutableArray<RatePoint> IsotonicPoints()
    {
        var pools = new List<(double LogRates, double Qualities, int Count)>();
        foreach (var rate in Points.GroupBy(p => p.Rate))
        {
            var pool = (LogRates: rate.Sum(p => Math.Log(p.Rate)), Qualities: rate.Sum(p => p.Quality), Count: rate.Count());
            while (pools.Count > 0 && pools[^1].Qualities / pools[^1].Count >= pool.Qualities / pool.Count)
            {
                pool = (pools[^1].LogRates + pool.LogRates, pools[^1].Qualities + pool.Qualities, pools[^1].Count + pool.Count);
                pools.RemoveAt(pools.Count - 1);
            }

            pools.Add(pool);
        }

        return [.. pools.Select(p => new RatePoint(Math.Exp(p.LogRates / p.Count), p.Qualities / p.Count))];
    }
}
