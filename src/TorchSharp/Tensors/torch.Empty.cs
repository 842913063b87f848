using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor empty(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_empty(size, size.Length, new TensorOptions(dtype, device, requires_grad));

    public static Tensor empty(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_empty(size, size.Length, new TensorOptions(dtype, device, requires_grad));

    public static Tensor empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_empty([size], 1, new TensorOptions(dtype, device, requires_grad));

    public static Tensor empty(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_empty([rows, columns], 2, new TensorOptions(dtype, device, requires_grad));

    public static Tensor empty(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_empty([dim0, dim1, dim2], 3, new TensorOptions(dtype, device, requires_grad));

    public static Tensor empty(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_empty([dim0, dim1, dim2, dim3], 4, new TensorOptions(dtype, device, requires_grad));

    public static Tensor empty_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_empty_like(input, new TensorOptions(dtype, device, requires_grad));
}
