using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>`struct Options` of the shim: -1 is libtorch's default.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct TensorOptions(ScalarType? dtype, Device? device, bool requiresGrad = false)
{
    private readonly int _dtype = dtype is { } type ? (int)type : -1;
    private readonly int _device = device is null ? -1 : (int)device.type;
    private readonly int _index = device is null ? -1 : device.index;
    private readonly int _requiresGrad = requiresGrad ? 1 : 0;
}
