using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Allocation.Policies.Environment;

/// <summary>
/// Voxels whose diagnosis differs, slice by slice. Unlike Dice they add up over slices, and are defined where a slice holds no
/// foreground: over a clip 1 - Dice = errors / (voxels of the reference + voxels found).
/// </summary>
internal static class SliceErrors
{
    /// <param name="reference">Diagnosed classes, of all slices.</param>
    /// <param name="found">Likewise.</param>
    /// <param name="pixels">Of a slice.</param>
    public static int[] Of(ReadOnlySpan<byte> reference, ReadOnlySpan<byte> found, int pixels)
    {
        var errors = new int[reference.Length / pixels];
        for (var z = 0; z < errors.Length; z++)
        {
            var expected = reference.Slice(z * pixels, pixels);
            var there = found.Slice(z * pixels, pixels);
            for (var i = 0; i < pixels; i++)
            {
                errors[z] += expected[i] != there[i] ? 1 : 0;
            }
        }

        return errors;
    }

    /// <summary>Voxels of any class but 0.</summary>
    public static long Foreground(ReadOnlySpan<byte> labels) => labels.Length - labels.Count((byte)0);
}
