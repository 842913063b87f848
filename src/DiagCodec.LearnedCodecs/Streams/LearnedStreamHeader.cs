using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Models;

namespace DiagCodec.LearnedCodecs.Streams;

/// <summary>What a learned stream says of all its slices.</summary>
/// <param name="Codec">The codec's word, for example mbt2018-mean.</param>
/// <param name="ModelHash">SHA-256 of the weights, its first 8 bytes as 16 lower-case hexadecimal digits.</param>
/// <param name="Width">Of a slice in pixels, 1 to 16,384.</param>
/// <param name="Height">Of a slice in pixels, 1 to 16,384.</param>
/// <param name="Channels">1 or 3.</param>
/// <param name="BitDepth">8 to 12 for one channel, 8 for three.</param>
/// <param name="Slices">1 to 65,535.</param>
public sealed record LearnedStreamHeader(string Codec, string ModelHash, int Width, int Height, int Channels, int BitDepth, int Slices)
{
    /// <summary>The codec's word for orchestrated compression, whose streams hold codes of features.</summary>
    public const string Orchestrated = "orchestrated";

    /// <summary>Of the form of streams.</summary>
    public const byte Version = 2;

    /// <summary>Codecs' words; a stream holds a codec's place among them, so that new ones come behind the others.</summary>
    public static ImmutableArray<string> Codecs { get; } = [CodecShape.MeanScale, CodecShape.Cheng, CodecShape.Mvmic, Orchestrated];

    /// <summary>Of either side.</summary>
    public const int LargestSide = 16_384;

    /// <summary>Of a slice: what a decoder takes memory for on a header's word.</summary>
    public const int MostPixels = 1 << 26;

    /// <summary>Of a stream.</summary>
    public const int MostSlices = ushort.MaxValue;

    /// <summary>Bytes of the model's hash that a stream keeps.</summary>
    public const int HashBytes = 8;

    /// <summary>Rows of hyper-latents; slices are padded below to as many whole ones.</summary>
    public int HyperHeight => (Height + CodecShape.Stride - 1) / CodecShape.Stride;

    /// <summary>Columns of hyper-latents; slices are padded on the right to as many whole ones.</summary>
    public int HyperWidth => (Width + CodecShape.Stride - 1) / CodecShape.Stride;

    /// <summary>What is wrong, or null.</summary>
    public string? Fault()
    {
        if (!Codecs.Contains(Codec))
        {
            return $"codec '{Codec}' is not known; this program reads {string.Join(", ", Codecs)}";
        }

        if (ModelHash.Length != 2 * HashBytes || !ModelHash.All(char.IsAsciiHexDigitLower))
        {
            return $"model hash '{ModelHash}': expected {2 * HashBytes} lower-case hexadecimal digits";
        }

        if (Width is < 1 or > LargestSide || Height is < 1 or > LargestSide || (long)Width * Height > MostPixels)
        {
            return $"slices of {Width}x{Height} pixels: expected sides of 1 to {LargestSide} and at most {MostPixels} pixels";
        }

        var isDepthRight = Channels == 1 ? BitDepth is >= 8 and <= 12 : BitDepth == 8;
        if (Channels is not (1 or 3) || !isDepthRight)
        {
            return $"{Channels} channels of {BitDepth} bits: expected 1 channel of 8 to 12 bits, or 3 of 8";
        }

        return Slices is < 1 or > MostSlices ? $"{Slices} slices: expected 1 to {MostSlices}" : null;
    }

    /// <exception cref="InvalidInputException">The stream is another model's.</exception>
    public void RequireModel(string codec, string hash, string source)
    {
        if (Codec != codec || ModelHash != hash)
        {
            throw new InvalidInputException($"{source}: was made with the model {Codec} {ModelHash}, this is {codec} {hash}; name the model that it was made with by --model");
        }
    }
}
