namespace DiagCodec.Benchmarks;

/// <summary>What one process cost.</summary>
/// <param name="Seconds">Wall time from start to end.</param>
/// <param name="CpuSeconds">User and system time of it and its children.</param>
/// <param name="PeakMegabytes">Largest resident set of the process itself, its children left out.</param>
internal readonly record struct Measurement(double Seconds, double CpuSeconds, double PeakMegabytes)
{
    /// <summary>The middle of each figure; the upper one of two middles.</summary>
    public static Measurement Median(IReadOnlyCollection<Measurement> all) => new(
        Middle(all.Select(m => m.Seconds)), Middle(all.Select(m => m.CpuSeconds)), Middle(all.Select(m => m.PeakMegabytes)));

    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
