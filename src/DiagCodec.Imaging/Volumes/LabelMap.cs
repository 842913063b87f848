namespace DiagCodec.Imaging.Volumes;

/// <summary>One class number per voxel of a volume, 0 = background.</summary>
/// <param name="Columns">Width of a slice.</param>
/// <param name="Rows">Height of a slice.</param>
/// <param name="Slices">Number of slices.</param>
/// <param name="Labels">slices * rows * columns class numbers, slice by slice, row by row.</param>
/// <param name="Geometry">The volume's geometry, where known.</param>
public sealed record LabelMap(int Columns, int Rows, int Slices, ReadOnlyMemory<byte> Labels, Geometry? Geometry)
{
    public ReadOnlySpan<byte> Slice(int z) => Labels.Span.Slice(z * Columns * Rows, Columns * Rows);

    /// <summary>A run of slices; no label is copied.</summary>
    public LabelMap Clip(int first, int count) =>
        new(Columns, Rows, count, Labels.Slice(first * Columns * Rows, count * Columns * Rows), Geometry?.Clip(first, count));
}
