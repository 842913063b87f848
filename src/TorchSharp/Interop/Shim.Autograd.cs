using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

internal static partial class Shim
{
    [LibraryImport(Library)]
    internal static partial int ts_requires_grad(Tensor self);

    [LibraryImport(Library)]
    internal static partial int ts_is_leaf(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_set_requires_grad(Tensor self, [MarshalAs(UnmanagedType.Bool)] bool wanted);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_retain_grad(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_backward(
        Tensor self, [MarshalUsing(typeof(OptionalTensor))] Tensor? gradient, [MarshalAs(UnmanagedType.Bool)] bool retainGraph,
        [MarshalAs(UnmanagedType.Bool)] bool createGraph);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_has_grad(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_grad(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_set_grad(Tensor self, [MarshalUsing(typeof(OptionalTensor))] Tensor? gradient);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_zero_grads(ReadOnlySpan<nint> tensors, int count, [MarshalAs(UnmanagedType.Bool)] bool toNone);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_gradients(
        ReadOnlySpan<nint> outputs, int outputCount, ReadOnlySpan<nint> inputs, int inputCount, ReadOnlySpan<nint> weights, int weightCount,
        [MarshalAs(UnmanagedType.Bool)] bool retainGraph, [MarshalAs(UnmanagedType.Bool)] bool createGraph,
        [MarshalAs(UnmanagedType.Bool)] bool allowUnused, Span<nint> @out);

    [LibraryImport(Library)]
    internal static partial int ts_grad_enabled();

    [LibraryImport(Library)]
    internal static partial void ts_set_grad_enabled([MarshalAs(UnmanagedType.Bool)] bool enabled);

    [LibraryImport(Library)]
    internal static partial int ts_inference_enabled();

    [LibraryImport(Library)]
    internal static partial nint ts_inference_begin([MarshalAs(UnmanagedType.Bool)] bool enabled);

    [LibraryImport(Library)]
    internal static partial void ts_inference_end(nint mode);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_set_data(Tensor self, Tensor source);
}
