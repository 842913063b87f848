namespace DiagCodec.Networks.Weights;

/// <summary>Gives the bytes of a tensor, little endian, in C order. Called once, when their turn comes, so that they need not be copied.</summary>
public delegate ReadOnlySpan<byte> TensorBytes();
