using System.Collections.Immutable;
using DiagCodec.Coding.Prepare;

namespace DiagCodec.Evaluation.Bench.Methods.External.Stills;

/// <summary>An encoder and a decoder of stills that take and give PGM files.</summary>
/// <param name="Encoder">Program on PATH.</param>
/// <param name="Decoder">Program on PATH.</param>
/// <param name="Extension">Of the coded files, with the dot.</param>
/// <param name="Rate">The parameter as the encoder takes it.</param>
/// <param name="Encode">Arguments from the rate, the PGM file and the coded file.</param>
/// <param name="Decode">Arguments from the coded file and the PGM file.</param>
internal sealed record StillPrograms(
    string Encoder,
    string Decoder,
    string Extension,
    Func<double, FrameFormat, string> Rate,
    Func<string, string, string, ImmutableArray<string>> Encode,
    Func<string, string, ImmutableArray<string>> Decode)
{
    /// <summary>Frames of more than 8 bits are handed over and taken back as 16 bits, stretched to the full range: see <see cref="WideSamples"/>.</summary>
    public bool Widens { get; init; }
}
