using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Models;

/// <summary>What comes of a batch of pictures on its way through a codec.</summary>
/// <param name="Pictures">Decoded, of the input's shape, not clipped.</param>
/// <param name="LatentBits">Estimated bits of all latents together.</param>
/// <param name="HyperBits">Estimated bits of all hyper-latents together.</param>
public sealed record CodecPass(Tensor Pictures, Tensor LatentBits, Tensor HyperBits);
