using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Entropy;

namespace DiagCodec.LearnedCodecs.Orchestrated.Code;

/// <summary>A binary code to bytes and back: channel by channel, every channel with its own probability.</summary>
public static class CodeCoder
{
    /// <param name="code">channels * cells values, above 0 for set bits.</param>
    /// <param name="probabilities">Of set bits times 65,536, one for each channel.</param>
    /// <param name="encoder">Takes the bits.</param>
    public static void Encode(ReadOnlySpan<float> code, ImmutableArray<uint> probabilities, RangeEncoder encoder)
    {
        var cells = code.Length / probabilities.Length;
        for (var i = 0; i < code.Length; i++)
        {
            encoder.EncodeBit(probabilities[i / cells], code[i] > 0);
        }
    }

    /// <param name="code">Is filled with -1 and 1.</param>
    /// <param name="probabilities">As they were for the encoder.</param>
    /// <param name="decoder">Gives the bits.</param>
    /// <exception cref="InvalidInputException">The stream ends too early.</exception>
    public static void Decode(Span<float> code, ImmutableArray<uint> probabilities, ref RangeDecoder decoder)
    {
        var cells = code.Length / probabilities.Length;
        for (var i = 0; i < code.Length; i++)
        {
            code[i] = decoder.DecodeBit(probabilities[i / cells]) ? 1 : -1;
        }
    }
}
