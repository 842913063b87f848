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

        // A volume of nothing but padding still needs a range that inverts: one value, and one that the format holds, which the
        // ends of the padding range need not be.
        return low <= high ? (low, high) : (values[0], values[0]);
    }

    /// <summary>The largest chroma sample; 0 without chroma.</summary>
    public static int HighestChroma(Volume volume)
    {
        var highest = 0;
        foreach (var planes in volume.Chroma ?? [])
        {
            var values = new int[planes.Length / volume.Format.Bytes()];
            Volume.Widen(planes.Span, volume.Format, values);
            highest = Math.Max(highest, System.Numerics.Tensors.TensorPrimitives.Max<int>(values));
        }

        return highest;
    }
}
