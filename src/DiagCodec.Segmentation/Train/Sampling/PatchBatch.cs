namespace DiagCodec.Segmentation.Train.Sampling;

/// <summary>A training batch in memory.</summary>
/// <param name="Images">batch * channels * size * size values, about 0 to 1.</param>
/// <param name="Labels">batch * size * size class numbers.</param>
/// <param name="Batch">Patches.</param>
/// <param name="Channels">Adjacent slices.</param>
/// <param name="Size">Width and height.</param>
public sealed record PatchBatch(float[] Images, long[] Labels, int Batch, int Channels, int Size)
{
    /// <summary>The same patches cut from the slices before coding, with neither noise nor change of intensity; null where no case was coded.</summary>
    public float[]? Uncoded { get; init; }
}
