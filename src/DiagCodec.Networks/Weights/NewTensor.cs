using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace DiagCodec.Networks.Weights;

/// <summary>A tensor to be written.</summary>
/// <param name="Name">Any text but __metadata__.</param>
/// <param name="Type">What the elements are.</param>
/// <param name="Shape">Sizes of the dimensions, outermost first, each 0 or more; empty for a scalar.</param>
/// <param name="Bytes">The elements: exactly the bytes that type and shape take.</param>
public sealed record NewTensor(string Name, ElementType Type, ImmutableArray<long> Shape, TensorBytes Bytes)
{
    /// <summary>A tensor of F32; the values are not copied.</summary>
    public static NewTensor OfFloats(string name, ImmutableArray<long> shape, ReadOnlyMemory<float> values) =>
        new(name, ElementType.Float32, shape, () => MemoryMarshal.AsBytes(values.Span));
}
