using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

internal static partial class Shim
{
    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_sort(
        Tensor self, long dim, [MarshalAs(UnmanagedType.Bool)] bool descending, [MarshalAs(UnmanagedType.Bool)] bool stable, Span<nint> @out);

    [LibraryImport(Library)]
    internal static partial Tensor ts_argsort(Tensor self, long dim, [MarshalAs(UnmanagedType.Bool)] bool descending);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_topk(
        Tensor self, long k, long dim, [MarshalAs(UnmanagedType.Bool)] bool largest, [MarshalAs(UnmanagedType.Bool)] bool sorted, Span<nint> @out);

    [LibraryImport(Library)]
    internal static partial Tensor ts_cumsum(Tensor self, long dim, int dtype);

    [LibraryImport(Library)]
    internal static partial Tensor ts_cumprod(Tensor self, long dim, int dtype);

    [LibraryImport(Library)]
    internal static partial Tensor ts_bincount(Tensor self, [MarshalUsing(typeof(OptionalTensor))] Tensor? weights, long least);

    [LibraryImport(Library)]
    internal static partial Tensor ts_histc(Tensor self, long bins, double low, double high);

    [LibraryImport(Library)]
    internal static partial Tensor ts_nonzero(Tensor self);
}
