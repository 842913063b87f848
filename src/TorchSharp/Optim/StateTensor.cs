using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Tensors of an optimiser's state: made outside of all scopes, written and read bit by bit.</summary>
internal static class StateTensor
{
    internal static Tensor Zeros(Tensor like)
    {
        using var _ = no_grad();
        return zeros_like(like).DetachFromDisposeScope();
    }

    internal static void Write(BinaryWriter writer, Tensor tensor)
    {
        using var here = tensor.to(CPU);
        using var flat = here.contiguous();
        writer.Write((int)flat.dtype);
        writer.Write(flat.numel());
        writer.Write(flat.bytes);
    }

    /// <exception cref="InvalidDataException">Type or size differ, or the data ends early.</exception>
    internal static void Read(BinaryReader reader, Tensor tensor)
    {
        var (type, count) = ((ScalarType)reader.ReadInt32(), reader.ReadInt64());
        if (type != tensor.dtype || count != tensor.numel())
        {
            throw new InvalidDataException($"the state has {count} numbers of type {type} where {tensor.numel()} of type {tensor.dtype} are");
        }

        using var read = empty(tensor.shape, type, CPU);
        try
        {
            reader.BaseStream.ReadExactly(read.bytes);
        }
        catch (EndOfStreamException fault)
        {
            throw new InvalidDataException("the state ends early", fault);
        }

        Copy(read, tensor);
    }

    internal static void Copy(Tensor source, Tensor target)
    {
        using var _ = no_grad();
        target.copy_(source);
    }

    internal static Tensor Moved(Tensor tensor, Device device)
    {
        var moved = tensor.to(device).DetachFromDisposeScope();
        tensor.Dispose();
        return moved;
    }
}
