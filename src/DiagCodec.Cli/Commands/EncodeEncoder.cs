using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Encode.Hm;

namespace DiagCodec.Cli.Commands;

/// <summary>The encoder that the user asked for.</summary>
internal static class EncodeEncoder
{
    public static IVideoEncoder Open(EncodeOptions options) => options.IsHm
        ? new HmEncoder(new HmOptions { Program = HmProgram.Find(options.HmPath), MapOption = options.HmMapOption ?? HmOptions.DefaultMapOption })
        : new X265Encoder(X265Program.Find());

    /// <summary>Pixels a side of the smallest block that can have a QP of its own.</summary>
    public static int SmallestBlock(EncodeOptions options) => options.IsHm ? 64 : 16;
}
