using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor zeros(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_zeros(size, size.Length, new TensorOptions(dtype, device, requires_grad));

    public static Tensor zeros(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_zeros(size, size.Length, new TensorOptions(dtype, device, requires_grad));

    public static Tensor zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_zeros([size], 1, new TensorOptions(dtype, device, requires_grad));

    public static Tensor zeros(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_zeros([rows, columns], 2, new TensorOptions(dtype, device, requires_grad));

    public static Tensor zeros(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_zeros([dim0, dim1, dim2], 3, new TensorOptions(dtype, device, requires_grad));

    public static Tensor zeros(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_zeros([dim0, dim1, dim2, dim3], 4, new TensorOptions(dtype, device, requires_grad));

    public static Tensor zeros_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_full_like(input, 0, new TensorOptions(dtype, device, requires_grad));
}
