using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Threads that one operation uses.</summary>
    public static void set_num_threads(int num) => Shim.ts_set_threads(num);

    public static int get_num_threads() => Shim.ts_get_threads();

    /// <summary>Threads for operations beside each other; to be set before the first operation.</summary>
    public static void set_num_interop_threads(int num) => Shim.ts_set_interop_threads(num);

    public static int get_num_interop_threads() => Shim.ts_get_interop_threads();

    public static bool cuda_is_available() => Shim.ts_cuda_available() != 0;

    public static partial class cuda
    {
        public static bool is_available() => cuda_is_available();

        public static int device_count() => Shim.ts_cuda_devices();
    }
}
