using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Mvmic;

namespace DiagCodec.LearnedCodecs.Models;

/// <summary>What decides a codec's network to the last parameter.</summary>
/// <param name="Codec">mbt2018-mean, cheng2020-anchor or mvmicnet.</param>
/// <param name="Channels">Of pictures: 1 or 3.</param>
/// <param name="Width">N, the channels of most layers; 8 to 1024.</param>
/// <param name="Latent">M, the channels of the latents; even, 8 to 1024. For cheng2020-anchor it is N.</param>
public sealed record CodecShape(string Codec, int Channels, int Width, int Latent)
{
    /// <summary>Pixels to one place of the latents, along either side.</summary>
    public const int LatentStride = 16;

    /// <summary>Pixels to one place of the hyper-latents, along either side; pictures are padded to multiples of it.</summary>
    public const int Stride = 64;

    public const string MeanScale = "mbt2018-mean";

    public const string Cheng = "cheng2020-anchor";

    public const string Mvmic = "mvmicnet";

    private const int Narrowest = 8;
    private const int Widest = 1024;

    /// <summary>The words for codecs.</summary>
    public static IReadOnlyList<string> Names { get; } = [MeanScale, Cheng, Mvmic];

    /// <summary>What is wrong with it, or null.</summary>
    public string? Fault()
    {
        if (!Names.Contains(Codec))
        {
            return $"codec: expected {string.Join(" or ", Names)}, found '{Codec}'";
        }

        if (Channels is not (1 or 3))
        {
            return $"channels: expected 1 or 3, found {Channels}";
        }

        if (Width is < Narrowest or > Widest)
        {
            return $"width: expected {Narrowest} to {Widest}, found {Width}";
        }

        if (Latent is < Narrowest or > Widest || Latent % 2 != 0)
        {
            return $"latent: expected an even number, {Narrowest} to {Widest}, found {Latent}";
        }

        return Codec == Cheng && Latent != Width ? $"latent: {Cheng} has as many latents as its width, {Width}; found {Latent}" : null;
    }

    /// <summary>A network with fresh weights.</summary>
    /// <exception cref="UsageException">The shape is wrong.</exception>
    public HyperpriorCodec Create() => Fault() is { } fault
        ? throw new UsageException(fault)
        : Codec switch
        {
            MeanScale => new MeanScaleHyperprior(this),
            Cheng => new Cheng2020Anchor(this),
            _ => new MvmicNet(this),
        };
}
