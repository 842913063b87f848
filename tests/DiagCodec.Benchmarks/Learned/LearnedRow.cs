namespace DiagCodec.Benchmarks.Learned;

/// <summary>Medians over all runs that count.</summary>
/// <param name="Codec">mbt2018-mean or cheng2020-anchor.</param>
/// <param name="Width">N.</param>
/// <param name="Latent">M.</param>
/// <param name="Size">Width and height of a slice.</param>
/// <param name="Threads">Of libtorch and of the exact kernels.</param>
/// <param name="Runs">That count.</param>
/// <param name="Encode">Milliseconds from samples to bytes.</param>
/// <param name="Latents">Milliseconds from bytes to latents, which decoding begins with.</param>
/// <param name="Decode">Milliseconds from bytes to samples.</param>
/// <param name="EncodeMacs">Multiplications a pixel to encode, computed.</param>
/// <param name="DecodeMacs">And to decode.</param>
internal sealed record LearnedRow(
    string Codec, int Width, int Latent, int Size, int Threads, int Runs, double Encode, double Latents, double Decode, double EncodeMacs, double DecodeMacs);
