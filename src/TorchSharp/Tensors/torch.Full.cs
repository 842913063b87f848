using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_full(size, size.Length, value, new TensorOptions(dtype, device, requires_grad));

    public static Tensor full(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_full(size, size.Length, value, new TensorOptions(dtype, device, requires_grad));

    public static Tensor full(long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_full([size], 1, value, new TensorOptions(dtype, device, requires_grad));

    public static Tensor full(long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_full([rows, columns], 2, value, new TensorOptions(dtype, device, requires_grad));

    public static Tensor full_like(Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_full_like(input, value, new TensorOptions(dtype, device, requires_grad));

    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(
        Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_arange(start, stop, step, new TensorOptions(dtype, device, requires_grad));

    public static Tensor linspace(
        double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_linspace(start, end, steps, new TensorOptions(dtype, device, requires_grad));

    public static Tensor eye(long rows, long columns = -1L, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shim.ts_eye(rows, columns < 0 ? rows : columns, new TensorOptions(dtype, device, requires_grad));
}
