namespace DiagCodec.Metrics.Bootstrap;

/// <summary>How an interval is drawn. The same options and items give the same interval on every machine.</summary>
public sealed record BootstrapOptions
{
    /// <summary>How many samples are drawn; at least 100, because the ends of an interval rest on few of them.</summary>
    public int Resamples { get; init; } = 2000;

    /// <summary>Share of the resamples that the interval encloses, between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;

    public ulong Seed { get; init; } = 1;

    /// <exception cref="ArgumentException">One or more options are out of their range; the message names all.</exception>
    public void Check()
    {
        var faults = new List<string>();
        if (Resamples < 100)
        {
            faults.Add(FormattableString.Invariant($"resamples must be at least 100, found {Resamples}"));
        }

        if (!(Confidence > 0 && Confidence < 1))
        {
            faults.Add(FormattableString.Invariant($"confidence must be between 0 and 1, found {Confidence}"));
        }

        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", faults));
        }
    }
}
