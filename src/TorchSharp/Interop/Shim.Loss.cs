using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

internal static partial class Shim
{
    [LibraryImport(Library)]
    internal static partial Tensor ts_cross_entropy(
        Tensor input, Tensor target, [MarshalUsing(typeof(OptionalTensor))] Tensor? weight, long ignore, long reduction, double smoothing);

    [LibraryImport(Library)]
    internal static partial Tensor ts_nll_loss(
        Tensor input, Tensor target, [MarshalUsing(typeof(OptionalTensor))] Tensor? weight, long reduction, long ignore);

    [LibraryImport(Library)]
    internal static partial Tensor ts_mse_loss(Tensor input, Tensor target, long reduction);

    [LibraryImport(Library)]
    internal static partial Tensor ts_l1_loss(Tensor input, Tensor target, long reduction);

    [LibraryImport(Library)]
    internal static partial Tensor ts_smooth_l1_loss(Tensor input, Tensor target, long reduction, double beta);

    [LibraryImport(Library)]
    internal static partial Tensor ts_huber_loss(Tensor input, Tensor target, long reduction, double delta);

    [LibraryImport(Library)]
    internal static partial Tensor ts_kl_div(Tensor input, Tensor target, long reduction, [MarshalAs(UnmanagedType.Bool)] bool logTarget);

    [LibraryImport(Library)]
    internal static partial Tensor ts_binary_cross_entropy(
        Tensor input, Tensor target, [MarshalUsing(typeof(OptionalTensor))] Tensor? weight, long reduction);

    [LibraryImport(Library)]
    internal static partial Tensor ts_binary_cross_entropy_logits(
        Tensor input, Tensor target, [MarshalUsing(typeof(OptionalTensor))] Tensor? weight,
        [MarshalUsing(typeof(OptionalTensor))] Tensor? positive, long reduction);
}
