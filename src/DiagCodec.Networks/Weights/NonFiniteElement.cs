namespace DiagCodec.Networks.Weights;

/// <summary>A NaN or an infinity in a stored tensor.</summary>
/// <param name="Tensor">Name of the tensor.</param>
/// <param name="Index">Number of the element in C order, from 0.</param>
/// <param name="Value">NaN, or an infinity with its sign.</param>
public sealed record NonFiniteElement(string Tensor, long Index, double Value);
