using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

internal static partial class Shim
{
    [LibraryImport(Library)]
    internal static partial Tensor ts_matmul(Tensor self, Tensor other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_mm(Tensor self, Tensor other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_bmm(Tensor self, Tensor other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_linear(Tensor input, Tensor weight, [MarshalUsing(typeof(OptionalTensor))] Tensor? bias);
}
