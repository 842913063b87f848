using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

internal static partial class Shim
{
    [LibraryImport(Library)]
    internal static partial Tensor ts_empty(ReadOnlySpan<long> size, int count, TensorOptions wanted);

    [LibraryImport(Library)]
    internal static partial Tensor ts_full(ReadOnlySpan<long> size, int count, Scalar value, TensorOptions wanted);

    [LibraryImport(Library)]
    internal static partial Tensor ts_zeros(ReadOnlySpan<long> size, int count, TensorOptions wanted);

    [LibraryImport(Library)]
    internal static partial Tensor ts_ones(ReadOnlySpan<long> size, int count, TensorOptions wanted);

    [LibraryImport(Library)]
    internal static partial Tensor ts_empty_like(Tensor self, TensorOptions wanted);

    [LibraryImport(Library)]
    internal static partial Tensor ts_full_like(Tensor self, Scalar value, TensorOptions wanted);

    [LibraryImport(Library)]
    internal static partial Tensor ts_arange(Scalar start, Scalar stop, Scalar step, TensorOptions wanted);

    [LibraryImport(Library)]
    internal static partial Tensor ts_linspace(double start, double stop, long steps, TensorOptions wanted);

    [LibraryImport(Library)]
    internal static partial Tensor ts_eye(long rows, long columns, TensorOptions wanted);
}
