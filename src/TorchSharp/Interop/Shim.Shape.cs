using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

internal static partial class Shim
{
    [LibraryImport(Library)]
    internal static partial Tensor ts_reshape(Tensor self, ReadOnlySpan<long> size, int count);

    [LibraryImport(Library)]
    internal static partial Tensor ts_view(Tensor self, ReadOnlySpan<long> size, int count);

    [LibraryImport(Library)]
    internal static partial Tensor ts_permute(Tensor self, ReadOnlySpan<long> size, int count);

    [LibraryImport(Library)]
    internal static partial Tensor ts_expand(Tensor self, ReadOnlySpan<long> size, int count);

    [LibraryImport(Library)]
    internal static partial Tensor ts_flip(Tensor self, ReadOnlySpan<long> size, int count);

    [LibraryImport(Library)]
    internal static partial Tensor ts_repeat(Tensor self, ReadOnlySpan<long> size, int count);

    [LibraryImport(Library)]
    internal static partial Tensor ts_transpose(Tensor self, long first, long second);

    [LibraryImport(Library)]
    internal static partial Tensor ts_flatten(Tensor self, long start, long end);

    [LibraryImport(Library)]
    internal static partial Tensor ts_unflatten(Tensor self, long dim, ReadOnlySpan<long> size, int count);

    [LibraryImport(Library)]
    internal static partial Tensor ts_squeeze(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_squeeze_dim(Tensor self, long dim);

    [LibraryImport(Library)]
    internal static partial Tensor ts_unsqueeze(Tensor self, long dim);

    [LibraryImport(Library)]
    internal static partial Tensor ts_narrow(Tensor self, long dim, long start, long length);

    [LibraryImport(Library)]
    internal static partial Tensor ts_select(Tensor self, long dim, long index);

    [LibraryImport(Library)]
    internal static partial Tensor ts_slice(Tensor self, long dim, long start, long stop, long step);

    [LibraryImport(Library)]
    internal static partial Tensor ts_cat(ReadOnlySpan<nint> tensors, int count, long dim);

    [LibraryImport(Library)]
    internal static partial Tensor ts_stack(ReadOnlySpan<nint> tensors, int count, long dim);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_chunk(Tensor self, long chunks, long dim, Span<nint> @out, int room);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_split(Tensor self, long size, long dim, Span<nint> @out, int room);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_split_sizes(Tensor self, ReadOnlySpan<long> size, int count, long dim, Span<nint> @out, int room);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_unbind(Tensor self, long dim, Span<nint> @out, int room);

    [LibraryImport(Library)]
    internal static partial Tensor ts_roll(Tensor self, ReadOnlySpan<long> shifts, int shiftCount, ReadOnlySpan<long> dims, int dimCount);

    [LibraryImport(Library)]
    internal static partial Tensor ts_repeat_interleave(Tensor self, long repeats, [MarshalAs(UnmanagedType.Bool)] bool hasDim, long dim);

    [LibraryImport(Library)]
    internal static partial Tensor ts_triu(Tensor self, long diagonal);

    [LibraryImport(Library)]
    internal static partial Tensor ts_tril(Tensor self, long diagonal);

    [LibraryImport(Library)]
    internal static partial Tensor ts_unfold_windows(Tensor self, long dim, long size, long step);
}
