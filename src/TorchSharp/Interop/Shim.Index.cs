using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

internal static partial class Shim
{
    [LibraryImport(Library)]
    internal static partial Tensor ts_index(Tensor self, ReadOnlySpan<NativeIndex> indices, int count);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_index_put_(Tensor self, ReadOnlySpan<NativeIndex> indices, int count, Tensor value);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_index_put_number_(Tensor self, ReadOnlySpan<NativeIndex> indices, int count, Scalar value);

    [LibraryImport(Library)]
    internal static partial Tensor ts_index_select(Tensor self, long dim, Tensor index);

    [LibraryImport(Library)]
    internal static partial Tensor ts_index_add(Tensor self, long dim, Tensor index, Tensor source, Scalar alpha);

    [LibraryImport(Library)]
    internal static partial Tensor ts_gather(Tensor self, long dim, Tensor index);

    [LibraryImport(Library)]
    internal static partial Tensor ts_scatter(Tensor self, long dim, Tensor index, Tensor source);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_scatter_(Tensor self, long dim, Tensor index, Tensor source);

    [LibraryImport(Library)]
    internal static partial Tensor ts_scatter_add(Tensor self, long dim, Tensor index, Tensor source);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_scatter_add_(Tensor self, long dim, Tensor index, Tensor source);

    [LibraryImport(Library)]
    internal static partial Tensor ts_masked_fill(Tensor self, Tensor mask, Scalar value);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_masked_fill_(Tensor self, Tensor mask, Scalar value);

    [LibraryImport(Library)]
    internal static partial Tensor ts_masked_select(Tensor self, Tensor mask);

    [LibraryImport(Library)]
    internal static partial Tensor ts_take_along_dim(Tensor self, Tensor index, long dim);

    [LibraryImport(Library)]
    internal static partial Tensor ts_one_hot(Tensor self, long classes);
}
