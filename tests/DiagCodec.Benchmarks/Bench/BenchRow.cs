namespace DiagCodec.Benchmarks.Bench;

/// <summary>What a bench took.</summary>
/// <param name="Points">Measured.</param>
/// <param name="Stages">Seconds of encoding, decoding, comparing and scoring, as bench.json has them.</param>
/// <param name="Bench">Seconds of the whole run.</param>
/// <param name="Again">Seconds of a second run, which finds everything there.</param>
internal sealed record BenchRow(int Points, double Stages, double Bench, double Again)
{
    public double Ratio => Bench / Stages;

    public double MillisecondsBeside => 1000 * (Bench - Stages) / Points;
}
