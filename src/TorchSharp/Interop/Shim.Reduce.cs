using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

internal static partial class Shim
{
    [LibraryImport(Library)]
    internal static partial Tensor ts_sum(Tensor self, ReadOnlySpan<long> dim, int count, [MarshalAs(UnmanagedType.Bool)] bool keep, int dtype);

    [LibraryImport(Library)]
    internal static partial Tensor ts_mean(Tensor self, ReadOnlySpan<long> dim, int count, [MarshalAs(UnmanagedType.Bool)] bool keep, int dtype);

    [LibraryImport(Library)]
    internal static partial Tensor ts_variance(
        Tensor self, ReadOnlySpan<long> dim, int count, [MarshalAs(UnmanagedType.Bool)] bool unbiased, [MarshalAs(UnmanagedType.Bool)] bool keep);

    [LibraryImport(Library)]
    internal static partial Tensor ts_deviation(
        Tensor self, ReadOnlySpan<long> dim, int count, [MarshalAs(UnmanagedType.Bool)] bool unbiased, [MarshalAs(UnmanagedType.Bool)] bool keep);

    [LibraryImport(Library)]
    internal static partial Tensor ts_amax(Tensor self, ReadOnlySpan<long> dim, int count, [MarshalAs(UnmanagedType.Bool)] bool keep);

    [LibraryImport(Library)]
    internal static partial Tensor ts_amin(Tensor self, ReadOnlySpan<long> dim, int count, [MarshalAs(UnmanagedType.Bool)] bool keep);

    [LibraryImport(Library)]
    internal static partial Tensor ts_logsumexp(Tensor self, long dim, [MarshalAs(UnmanagedType.Bool)] bool keep);

    [LibraryImport(Library)]
    internal static partial Tensor ts_prod(Tensor self, int dtype);

    [LibraryImport(Library)]
    internal static partial Tensor ts_prod_dim(Tensor self, long dim, [MarshalAs(UnmanagedType.Bool)] bool keep, int dtype);

    [LibraryImport(Library)]
    internal static partial Tensor ts_norm(Tensor self, double p);

    [LibraryImport(Library)]
    internal static partial Tensor ts_norm_dim(Tensor self, long dim, [MarshalAs(UnmanagedType.Bool)] bool keep, double p);

    [LibraryImport(Library)]
    internal static partial Tensor ts_max_all(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_min_all(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_max_dim(Tensor self, long dim, [MarshalAs(UnmanagedType.Bool)] bool keep, Span<nint> @out);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_min_dim(Tensor self, long dim, [MarshalAs(UnmanagedType.Bool)] bool keep, Span<nint> @out);

    [LibraryImport(Library)]
    internal static partial Tensor ts_median(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_quantile(Tensor self, Tensor q, long dim, [MarshalAs(UnmanagedType.Bool)] bool keep);

    [LibraryImport(Library)]
    internal static partial Tensor ts_argmax(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_argmax_dim(Tensor self, long dim, [MarshalAs(UnmanagedType.Bool)] bool keep);

    [LibraryImport(Library)]
    internal static partial Tensor ts_argmin(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_argmin_dim(Tensor self, long dim, [MarshalAs(UnmanagedType.Bool)] bool keep);

    [LibraryImport(Library)]
    internal static partial Tensor ts_any(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_any_dim(Tensor self, long dim, [MarshalAs(UnmanagedType.Bool)] bool keep);

    [LibraryImport(Library)]
    internal static partial Tensor ts_all(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_all_dim(Tensor self, long dim, [MarshalAs(UnmanagedType.Bool)] bool keep);

    [LibraryImport(Library)]
    internal static partial Tensor ts_count_nonzero(Tensor self, ReadOnlySpan<long> dim, int count);
}
