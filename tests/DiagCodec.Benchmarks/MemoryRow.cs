namespace DiagCodec.Benchmarks;

/// <summary>Peak memory at one number of slices.</summary>
/// <param name="Slices">Number of slices.</param>
/// <param name="VolumeMegabytes">Of the stored values alone.</param>
/// <param name="DiagCodec">The whole command.</param>
internal sealed record MemoryRow(int Slices, double VolumeMegabytes, Measurement DiagCodec)
{
    public double BesideVolumeMegabytes => DiagCodec.PeakMegabytes - VolumeMegabytes;
}
