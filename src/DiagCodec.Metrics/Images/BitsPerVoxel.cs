namespace DiagCodec.Metrics.Images;

/// <summary>Rate of a coded image or volume.</summary>
public static class BitsPerVoxel
{
    /// <param name="bytes">Everything that decoding needs, 0 or more.</param>
    /// <param name="voxels">Voxels (of one image: pixels) that it decodes to, above 0.</param>
    public static double Of(long bytes, long voxels)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(voxels);
        return 8.0 * bytes / voxels;
    }
}
