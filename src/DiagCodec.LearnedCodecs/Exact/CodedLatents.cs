namespace DiagCodec.LearnedCodecs.Exact;

/// <summary>A picture's latents, coded.</summary>
/// <param name="Hyper">Bytes of the hyper-latents.</param>
/// <param name="Latent">Bytes of the latents.</param>
/// <param name="Known">The latents as the decoder will have them, to the last bit.</param>
/// <param name="Bits">What the tables promise that both take, for comparison with the bytes.</param>
public sealed record CodedLatents(byte[] Hyper, byte[] Latent, ExactMap Known, double Bits);
