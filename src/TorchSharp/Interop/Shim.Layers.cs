using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

internal static partial class Shim
{
    [LibraryImport(Library)]
    internal static partial Tensor ts_conv1d(
        Tensor input, Tensor weight, [MarshalUsing(typeof(OptionalTensor))] Tensor? bias, ReadOnlySpan<long> stride, int strides,
        ReadOnlySpan<long> padding, int paddings, ReadOnlySpan<long> dilation, int dilations, long groups);

    [LibraryImport(Library)]
    internal static partial Tensor ts_conv2d(
        Tensor input, Tensor weight, [MarshalUsing(typeof(OptionalTensor))] Tensor? bias, ReadOnlySpan<long> stride, int strides,
        ReadOnlySpan<long> padding, int paddings, ReadOnlySpan<long> dilation, int dilations, long groups);

    [LibraryImport(Library)]
    internal static partial Tensor ts_conv3d(
        Tensor input, Tensor weight, [MarshalUsing(typeof(OptionalTensor))] Tensor? bias, ReadOnlySpan<long> stride, int strides,
        ReadOnlySpan<long> padding, int paddings, ReadOnlySpan<long> dilation, int dilations, long groups);

    [LibraryImport(Library)]
    internal static partial Tensor ts_conv_transpose1d(
        Tensor input, Tensor weight, [MarshalUsing(typeof(OptionalTensor))] Tensor? bias, ReadOnlySpan<long> stride, int strides,
        ReadOnlySpan<long> padding, int paddings, ReadOnlySpan<long> extra, int extras, ReadOnlySpan<long> dilation, int dilations, long groups);

    [LibraryImport(Library)]
    internal static partial Tensor ts_conv_transpose2d(
        Tensor input, Tensor weight, [MarshalUsing(typeof(OptionalTensor))] Tensor? bias, ReadOnlySpan<long> stride, int strides,
        ReadOnlySpan<long> padding, int paddings, ReadOnlySpan<long> extra, int extras, ReadOnlySpan<long> dilation, int dilations, long groups);

    [LibraryImport(Library)]
    internal static partial Tensor ts_conv_transpose3d(
        Tensor input, Tensor weight, [MarshalUsing(typeof(OptionalTensor))] Tensor? bias, ReadOnlySpan<long> stride, int strides,
        ReadOnlySpan<long> padding, int paddings, ReadOnlySpan<long> extra, int extras, ReadOnlySpan<long> dilation, int dilations, long groups);

    [LibraryImport(Library)]
    internal static partial Tensor ts_unfold(
        Tensor input, ReadOnlySpan<long> kernel, ReadOnlySpan<long> dilation, ReadOnlySpan<long> padding, ReadOnlySpan<long> stride);

    [LibraryImport(Library)]
    internal static partial Tensor ts_fold(
        Tensor input, ReadOnlySpan<long> size, ReadOnlySpan<long> kernel, ReadOnlySpan<long> dilation, ReadOnlySpan<long> padding,
        ReadOnlySpan<long> stride);

    [LibraryImport(Library)]
    internal static partial Tensor ts_max_pool2d(
        Tensor input, ReadOnlySpan<long> kernel, int kernels, ReadOnlySpan<long> stride, int strides, ReadOnlySpan<long> padding, int paddings,
        ReadOnlySpan<long> dilation, int dilations, [MarshalAs(UnmanagedType.Bool)] bool ceilMode);

    [LibraryImport(Library)]
    internal static partial Tensor ts_max_pool3d(
        Tensor input, ReadOnlySpan<long> kernel, int kernels, ReadOnlySpan<long> stride, int strides, ReadOnlySpan<long> padding, int paddings,
        ReadOnlySpan<long> dilation, int dilations, [MarshalAs(UnmanagedType.Bool)] bool ceilMode);

    [LibraryImport(Library)]
    internal static partial Tensor ts_avg_pool2d(
        Tensor input, ReadOnlySpan<long> kernel, int kernels, ReadOnlySpan<long> stride, int strides, ReadOnlySpan<long> padding, int paddings,
        [MarshalAs(UnmanagedType.Bool)] bool ceilMode, [MarshalAs(UnmanagedType.Bool)] bool countPadding, long divisor);

    [LibraryImport(Library)]
    internal static partial Tensor ts_avg_pool3d(
        Tensor input, ReadOnlySpan<long> kernel, int kernels, ReadOnlySpan<long> stride, int strides, ReadOnlySpan<long> padding, int paddings,
        [MarshalAs(UnmanagedType.Bool)] bool ceilMode, [MarshalAs(UnmanagedType.Bool)] bool countPadding, long divisor);

    [LibraryImport(Library)]
    internal static partial Tensor ts_adaptive_avg_pool2d(Tensor input, ReadOnlySpan<long> size, int count);

    [LibraryImport(Library)]
    internal static partial Tensor ts_adaptive_avg_pool3d(Tensor input, ReadOnlySpan<long> size, int count);

    [LibraryImport(Library)]
    internal static partial Tensor ts_batch_norm(
        Tensor input, [MarshalUsing(typeof(OptionalTensor))] Tensor? weight, [MarshalUsing(typeof(OptionalTensor))] Tensor? bias,
        [MarshalUsing(typeof(OptionalTensor))] Tensor? mean, [MarshalUsing(typeof(OptionalTensor))] Tensor? variance,
        [MarshalAs(UnmanagedType.Bool)] bool training, double momentum, double eps);

    [LibraryImport(Library)]
    internal static partial Tensor ts_instance_norm(
        Tensor input, [MarshalUsing(typeof(OptionalTensor))] Tensor? weight, [MarshalUsing(typeof(OptionalTensor))] Tensor? bias,
        [MarshalUsing(typeof(OptionalTensor))] Tensor? mean, [MarshalUsing(typeof(OptionalTensor))] Tensor? variance,
        [MarshalAs(UnmanagedType.Bool)] bool useInputStats, double momentum, double eps);

    [LibraryImport(Library)]
    internal static partial Tensor ts_group_norm(
        Tensor input, long groups, [MarshalUsing(typeof(OptionalTensor))] Tensor? weight, [MarshalUsing(typeof(OptionalTensor))] Tensor? bias,
        double eps);

    [LibraryImport(Library)]
    internal static partial Tensor ts_layer_norm(
        Tensor input, ReadOnlySpan<long> shape, int count, [MarshalUsing(typeof(OptionalTensor))] Tensor? weight,
        [MarshalUsing(typeof(OptionalTensor))] Tensor? bias, double eps);

    [LibraryImport(Library)]
    internal static partial Tensor ts_interpolate(
        Tensor input, ReadOnlySpan<long> size, int sizes, ReadOnlySpan<double> scale, int scales, int mode,
        [MarshalAs(UnmanagedType.Bool)] bool align, [MarshalAs(UnmanagedType.Bool)] bool recompute, [MarshalAs(UnmanagedType.Bool)] bool antialias);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial Tensor ts_pad(Tensor input, ReadOnlySpan<long> amounts, int count, string mode, double value);

    [LibraryImport(Library)]
    internal static partial Tensor ts_grid_sample(Tensor input, Tensor grid, long mode, long padding, [MarshalAs(UnmanagedType.Bool)] bool align);

    [LibraryImport(Library)]
    internal static partial Tensor ts_affine_grid(Tensor theta, ReadOnlySpan<long> size, int count, [MarshalAs(UnmanagedType.Bool)] bool align);

    [LibraryImport(Library)]
    internal static partial Tensor ts_pixel_shuffle(Tensor input, long factor);

    [LibraryImport(Library)]
    internal static partial Tensor ts_pixel_unshuffle(Tensor input, long factor);
}
