using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>A number for an operation with a tensor. Its kind decides the result's type, as in PyTorch.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct Scalar
{
    private const int RealKind = 1;
    private const int IntegerKind = 2;
    private const int BoolKind = 3;

    private readonly double _real;
    private readonly long _integer;
    private readonly int _kind;

    private Scalar(double real, long integer, int kind) => (_real, _integer, _kind) = (real, integer, kind);

    /// <summary>No number, where one may be left out.</summary>
    internal static Scalar None => default;

    internal bool IsReal => _kind == RealKind;

    internal bool IsBool => _kind == BoolKind;

    public static implicit operator Scalar(double value) => new(value, 0, RealKind);

    public static implicit operator Scalar(float value) => new(value, 0, RealKind);

    public static implicit operator Scalar(long value) => new(0, value, IntegerKind);

    public static implicit operator Scalar(int value) => new(0, value, IntegerKind);

    public static implicit operator Scalar(short value) => new(0, value, IntegerKind);

    public static implicit operator Scalar(byte value) => new(0, value, IntegerKind);

    public static implicit operator Scalar(bool value) => new(0, value ? 1 : 0, BoolKind);

    internal double AsDouble => _kind == RealKind ? _real : _integer;

    internal long AsInt64 => _kind == RealKind ? (long)_real : _integer;
}
