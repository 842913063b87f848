using System.Collections.Immutable;

namespace DiagCodec.Networks.Weights;

/// <summary>A parameter or buffer of a network, which a weights file has to bring.</summary>
/// <param name="Name">As the network calls it, for example encoder.0.weight.</param>
/// <param name="Type">What its elements are.</param>
/// <param name="Shape">Sizes of the dimensions, outermost first.</param>
public sealed record ExpectedTensor(string Name, ElementType Type, ImmutableArray<long> Shape);
