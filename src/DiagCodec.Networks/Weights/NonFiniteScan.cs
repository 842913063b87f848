using System.Runtime.InteropServices;

namespace DiagCodec.Networks.Weights;

/// <summary>Looks for NaN and infinity, block by block.</summary>
internal static class NonFiniteScan
{
    private const int BlockElements = 1 << 15;

    public static NonFiniteElement? Find(StoredTensor tensor, CancellationToken cancellation)
    {
        if (tensor.Type == ElementType.Float64)
        {
            return Find<double>(tensor, (block, first) => tensor.ReadBytes(MemoryMarshal.AsBytes(block), first * sizeof(double)), double.IsFinite, v => v, cancellation);
        }

        return tensor.Type.FitsFloat() ? Find<float>(tensor, tensor.ReadFloats, float.IsFinite, v => v, cancellation) : null;
    }

    private static NonFiniteElement? Find<T>(
        StoredTensor tensor, BlockReader<T> read, Func<T, bool> isFinite, Func<T, double> widen, CancellationToken cancellation)
    {
        var buffer = new T[Math.Min(BlockElements, tensor.ElementCount)];
        for (long first = 0; first < tensor.ElementCount; first += buffer.Length)
        {
            cancellation.ThrowIfCancellationRequested();
            var block = buffer.AsSpan(0, (int)Math.Min(buffer.Length, tensor.ElementCount - first));
            read(block, first);
            for (var i = 0; i < block.Length; i++)
            {
                if (!isFinite(block[i]))
                {
                    return new NonFiniteElement(tensor.Name, first + i, widen(block[i]));
                }
            }
        }

        return null;
    }

    private delegate void BlockReader<T>(Span<T> target, long first);
}
