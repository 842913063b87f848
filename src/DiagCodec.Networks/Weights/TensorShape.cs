using System.Collections.Immutable;

namespace DiagCodec.Networks.Weights;

/// <summary>Arithmetic and text of shapes.</summary>
internal static class TensorShape
{
    /// <summary>More dimensions than any tensor library has; keeps a header from making long lists of nothing.</summary>
    public const int MostDimensions = 64;

    /// <summary>Bytes that a tensor takes, or null where a dimension is negative or the count, zeros left out, overflows 63 bits.</summary>
    public static long? ByteCount(ReadOnlySpan<long> shape, int elementSize)
    {
        var (bytes, isEmpty) = ((Int128)elementSize, false);
        foreach (var dimension in shape)
        {
            if (dimension < 0)
            {
                return null;
            }

            // A dimension of 0 must not excuse the others: whoever computes strides from them would overflow.
            isEmpty |= dimension == 0;
            bytes *= Math.Max(1, dimension);
            if (bytes > long.MaxValue)
            {
                return null;
            }
        }

        return isEmpty ? 0 : (long)bytes;
    }

    /// <summary>For example [16, 1, 3, 3].</summary>
    public static string Text(ImmutableArray<long> shape) =>
        shape.Length <= 8 ? $"[{string.Join(", ", shape)}]" : $"[{string.Join(", ", shape.Take(8))}, ... {shape.Length} dimensions]";
}
