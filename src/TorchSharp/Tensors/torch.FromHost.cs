using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor with a copy of the elements; their number is the product of the dimensions.</summary>
    private static Tensor FromHost<T>(ReadOnlySpan<T> elements, ReadOnlySpan<long> dimensions, ScalarType? dtype, Device? device, bool requires_grad)
        where T : unmanaged
    {
        var type = ElementType.Of<T>();
        return Shim.ts_from_host(
            MemoryMarshal.AsBytes(elements), (long)elements.Length * Unsafe.SizeOf<T>(), dimensions, dimensions.Length, (int)type,
            new TensorOptions(dtype ?? type, device ?? CPU, requires_grad));
    }

    private static ReadOnlySpan<T> Flat<T>(Array elements)
        where T : unmanaged =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(elements)), elements.Length);
}
