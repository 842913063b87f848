namespace DiagCodec.Benchmarks;

/// <summary>Medians of one preset.</summary>
/// <param name="Preset">As for diagcodec encode.</param>
/// <param name="Slices">Of the series.</param>
/// <param name="DiagCodec">The whole command.</param>
/// <param name="Encoder">The encoder process alone.</param>
internal sealed record EncodeRow(string Preset, int Slices, Measurement DiagCodec, Measurement Encoder)
{
    /// <summary>Wall time of the whole command over that of the encoder.</summary>
    public double Ratio => DiagCodec.Seconds / Encoder.Seconds;
}
