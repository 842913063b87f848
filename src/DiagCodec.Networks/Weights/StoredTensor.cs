using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace DiagCodec.Networks.Weights;

/// <summary>
/// One tensor of an open <see cref="SafetensorsReader"/>, in C order. Its bytes stay in the file until they are asked for, and then go
/// straight into the caller's memory. Reads may run in parallel.
/// </summary>
public sealed class StoredTensor
{
    private const int BlockElements = 1 << 15;

    private readonly SafetensorsReader _file;
    private readonly long _begin;

    internal StoredTensor(SafetensorsReader file, HeaderEntry entry)
    {
        (_file, _begin) = (file, entry.Begin);
        (Name, Type, Shape, ByteCount) = (entry.Name, entry.Type, entry.Shape, entry.End - entry.Begin);
    }

    public string Name { get; }

    public ElementType Type { get; }

    /// <summary>Sizes of the dimensions, outermost first; empty for a scalar.</summary>
    public ImmutableArray<long> Shape { get; }

    public long ByteCount { get; }

    public long ElementCount => ByteCount / Type.Size();

    /// <summary>Copies bytes, little endian, from the place <paramref name="offset"/> within the tensor until the target is full.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tensor is shorter than that.</exception>
    /// <exception cref="Imaging.Faults.InvalidInputException">The file cannot be read any more.</exception>
    public void ReadBytes(Span<byte> target, long offset = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(target.Length, ByteCount - offset);
        _file.Read(target, _begin + offset);
    }

    /// <summary>Copies elements from the number <paramref name="first"/> on until the target is full; F16 and BF16 are widened exactly.</summary>
    /// <exception cref="InvalidOperationException">The type is not F32, F16 or BF16.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tensor is shorter than that.</exception>
    /// <exception cref="Imaging.Faults.InvalidInputException">The file cannot be read any more.</exception>
    public void ReadFloats(Span<float> target, long first = 0)
    {
        if (!Type.FitsFloat())
        {
            throw new InvalidOperationException($"tensor '{Name}' is {Type.Word()}: its elements are no floats");
        }

        if (Type == ElementType.Float32)
        {
            ReadBytes(MemoryMarshal.AsBytes(target), checked(first * sizeof(float)));
            return;
        }

        var block = new ushort[Math.Min(BlockElements, target.Length)];
        for (var done = 0; done < target.Length; done += block.Length)
        {
            var some = target.Slice(done, Math.Min(block.Length, target.Length - done));
            ReadBytes(MemoryMarshal.AsBytes(block.AsSpan(0, some.Length)), checked((first + done) * sizeof(ushort)));
            Widen(block.AsSpan(0, some.Length), some);
        }
    }

    private void Widen(ReadOnlySpan<ushort> halves, Span<float> target)
    {
        var isBrain = Type == ElementType.BFloat16;
        for (var i = 0; i < halves.Length; i++)
        {
            target[i] = isBrain ? BitConverter.UInt32BitsToSingle((uint)halves[i] << 16) : (float)BitConverter.UInt16BitsToHalf(halves[i]);
        }
    }
}
