using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

internal static partial class Shim
{
    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_adam_step(
        ReadOnlySpan<nint> parameters, ReadOnlySpan<nint> means, ReadOnlySpan<nint> squares, ReadOnlySpan<nint> largest, Span<long> steps,
        int count, double rate, double beta1, double beta2, double eps, double decay, [MarshalAs(UnmanagedType.Bool)] bool amsgrad,
        [MarshalAs(UnmanagedType.Bool)] bool decoupled, [MarshalAs(UnmanagedType.Bool)] bool maximise);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_sgd_step(
        ReadOnlySpan<nint> parameters, ReadOnlySpan<nint> buffers, Span<int> started, int count, double rate, double momentum, double dampening,
        double decay, [MarshalAs(UnmanagedType.Bool)] bool nesterov, [MarshalAs(UnmanagedType.Bool)] bool maximise);

    [LibraryImport(Library)]
    internal static partial Tensor ts_clip_grad_norm(ReadOnlySpan<nint> parameters, int count, double limit, double p);
}
