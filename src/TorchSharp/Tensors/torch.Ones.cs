using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor ones(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_ones(size, size.Length, new TensorOptions(dtype, device, requires_grad));

    public static Tensor ones(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_ones(size, size.Length, new TensorOptions(dtype, device, requires_grad));

    public static Tensor ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_ones([size], 1, new TensorOptions(dtype, device, requires_grad));

    public static Tensor ones(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_ones([rows, columns], 2, new TensorOptions(dtype, device, requires_grad));

    public static Tensor ones(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_ones([dim0, dim1, dim2], 3, new TensorOptions(dtype, device, requires_grad));

    public static Tensor ones(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_ones([dim0, dim1, dim2, dim3], 4, new TensorOptions(dtype, device, requires_grad));

    public static Tensor ones_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_full_like(input, 1, new TensorOptions(dtype, device, requires_grad));
}
