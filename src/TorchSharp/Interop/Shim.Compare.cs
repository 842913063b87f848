using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

internal static partial class Shim
{
    [LibraryImport(Library)]
    internal static partial Tensor ts_eq(Tensor self, Tensor other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_eq_number(Tensor self, Scalar other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_ne(Tensor self, Tensor other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_ne_number(Tensor self, Scalar other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_lt(Tensor self, Tensor other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_lt_number(Tensor self, Scalar other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_le(Tensor self, Tensor other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_le_number(Tensor self, Scalar other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_gt(Tensor self, Tensor other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_gt_number(Tensor self, Scalar other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_ge(Tensor self, Tensor other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_ge_number(Tensor self, Scalar other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_logical_and(Tensor self, Tensor other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_logical_or(Tensor self, Tensor other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_logical_xor(Tensor self, Tensor other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_bitwise_and(Tensor self, Tensor other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_bitwise_or(Tensor self, Tensor other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_bitwise_xor(Tensor self, Tensor other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_logical_not(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_bitwise_not(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_isnan(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_isinf(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_isfinite(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_allclose(
        Tensor self, Tensor other, double relative, double absolute, [MarshalAs(UnmanagedType.Bool)] bool equalNan);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_equal(Tensor self, Tensor other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_where(Tensor condition, Tensor self, Tensor other);
}
