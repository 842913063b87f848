using DiagCodec.Coding.Decode;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Encode.Hm;
using DiagCodec.LearnedCodecs.Archives;
using DiagCodec.LearnedCodecs.Files;

namespace DiagCodec.Cli.Commands;

/// <summary>The encoder that the user asked for.</summary>
internal static class EncodeEncoder
{
    public static IVideoEncoder Open(EncodeOptions options, CancellationToken cancellation) => options.Codec is { } codec
        ? new LearnedEncoder(CodecCatalogue.Standard().Open(codec), options.Quality, options.Device, cancellation)
        : options.IsHm
        ? new HmEncoder(new HmOptions { Program = HmProgram.Find(options.HmPath), MapOption = options.HmMapOption ?? HmOptions.DefaultMapOption })
        : new X265Encoder(X265Program.Find());

    /// <summary>Decodes what that encoder makes.</summary>
    public static IStreamDecoder Decoder(EncodeOptions options) => options.Codec is { } codec
        ? new LearnedDecoder(_ => CodecCatalogue.Standard().Open(codec), options.Device) { Threads = options.Threads }
        : new HevcDecoder();

    /// <summary>Pixels a side of the smallest block that can have a QP of its own.</summary>
    public static int SmallestBlock(EncodeOptions options) => options.IsHm ? 64 : 16;
}
