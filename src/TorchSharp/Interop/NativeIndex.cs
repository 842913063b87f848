using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>`struct Index` of the shim.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativeIndex(int kind, long first, long last, long step, nint tensor)
{
    internal const int NewAxis = 0;
    internal const int Ellipsis = 1;
    internal const int Position = 2;
    internal const int Slice = 3;
    internal const int Bool = 4;
    internal const int Tensor = 5;
    internal const long Absent = long.MinValue;

    private readonly int _kind = kind;
    private readonly long _first = first;
    private readonly long _last = last;
    private readonly long _step = step;
    private readonly nint _tensor = tensor;
}
