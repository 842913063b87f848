using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Prepare;

/// <summary>The smallest and largest stored value of a volume, padding left out.</summary>
internal static class StoredRange
{
    public static (int Low, int High) Of(Volume volume)
    {
        var values = new int[volume.PixelsPerSlice];
        var (low, high) = (int.MaxValue, int.MinValue);
        for (var z = 0; z < volume.Slices; z++)
        {
            volume.ReadSlice(z, values);
            if (volume.Padding is { } padding)
            {
                foreach (var v in values)
                {
                    if (!padding.Contains(v))
                    {
                        low = Math.Min(low, v);
                        high = Math.Max(high, v);
                    }
                }
            }
            else
            {
                low = Math.Min(low, System.Numerics.Tensors.TensorPrimitives.Min<int>(values));
                high = Math.Max(high, System.Numerics.Tensors.TensorPrimitives.Max<int>(values));
            }
        }

        // A volume of nothing but padding still needs a range that inverts: one value.
        return low <= high ? (low, high) : (volume.Padding!.Value.Low, volume.Padding.Value.Low);
    }
}
