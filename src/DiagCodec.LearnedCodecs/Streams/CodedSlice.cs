namespace DiagCodec.LearnedCodecs.Streams;

/// <summary>The bytes of one slice of a stream.</summary>
/// <param name="Hyper">Of its hyper-latents.</param>
/// <param name="Latent">Of its latents.</param>
public readonly record struct CodedSlice(ReadOnlyMemory<byte> Hyper, ReadOnlyMemory<byte> Latent);
