using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

internal static partial class Shim
{
    [LibraryImport(Library)]
    internal static partial long ts_live_tensors();

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_set_threads(int count);

    [LibraryImport(Library)]
    internal static partial int ts_get_threads();

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_set_interop_threads(int count);

    [LibraryImport(Library)]
    internal static partial int ts_get_interop_threads();

    [LibraryImport(Library)]
    internal static partial int ts_cuda_available();

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_cuda_devices();
}
