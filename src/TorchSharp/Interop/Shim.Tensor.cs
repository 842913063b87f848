using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

internal static partial class Shim
{
    [LibraryImport(Library)]
    internal static partial int ts_dimensions(Tensor self);

    [LibraryImport(Library)]
    internal static partial long ts_elements(Tensor self);

    [LibraryImport(Library)]
    internal static partial int ts_dtype(Tensor self);

    [LibraryImport(Library)]
    internal static partial long ts_element_size(Tensor self);

    [LibraryImport(Library)]
    internal static partial int ts_device_type(Tensor self);

    [LibraryImport(Library)]
    internal static partial int ts_device_index(Tensor self);

    [LibraryImport(Library)]
    internal static partial int ts_is_contiguous(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_sizes(Tensor self, Span<long> values);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_strides(Tensor self, Span<long> values);

    [LibraryImport(Library)]
    internal static partial nint ts_data(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_item(Tensor self, out Scalar number);

    [LibraryImport(Library)]
    internal static partial Tensor ts_from_host(
        ReadOnlySpan<byte> source, long bytes, ReadOnlySpan<long> size, int count, int type, TensorOptions wanted);

    [LibraryImport(Library)]
    internal static partial Tensor ts_to(
        Tensor self, TensorOptions wanted, [MarshalAs(UnmanagedType.Bool)] bool copy, [MarshalAs(UnmanagedType.Bool)] bool nonBlocking);

    [LibraryImport(Library)]
    internal static partial Tensor ts_alias(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_clone(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_contiguous(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_detach(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_copy_(Tensor self, Tensor source, [MarshalAs(UnmanagedType.Bool)] bool nonBlocking);
}
