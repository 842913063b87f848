using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>.NET types and libtorch's.</summary>
internal static class ElementType
{
    /// <exception cref="ArgumentException">No tensor has elements of this type.</exception>
    internal static ScalarType Of<T>()
        where T : unmanaged => typeof(T) switch
        {
            var t when t == typeof(float) => ScalarType.Float32,
            var t when t == typeof(double) => ScalarType.Float64,
            var t when t == typeof(long) => ScalarType.Int64,
            var t when t == typeof(int) => ScalarType.Int32,
            var t when t == typeof(short) => ScalarType.Int16,
            var t when t == typeof(sbyte) => ScalarType.Int8,
            var t when t == typeof(byte) => ScalarType.Byte,
            var t when t == typeof(bool) => ScalarType.Bool,
            var t when t == typeof(Half) => ScalarType.Float16,
            var t => throw new ArgumentException($"no tensor has elements of type {t.Name}"),
        };
}
