namespace DiagCodec.Evaluation.Bench.Methods.External.Video;

/// <summary>What the uses of x265 have in common.</summary>
internal static class X265Settings
{
    /// <summary>One thread; no SEI message with x265's options, some 2 kB that no decoder needs.</summary>
    public const string Common = "pools=1:frame-threads=1:info=0:log-level=error";

    private const string Encoder = "libx265";

    /// <param name="options">From preset and rate.</param>
    /// <param name="preset">The encoder's word.</param>
    public static VideoCodec Codec(string preset, Func<string, (string Mode, string Rate, string More)> options) => new()
    {
        Encoder = Encoder,
        Signature = "x265 (build ",
        Stream = "hevc",
        Options = rate =>
        {
            var (mode, value, more) = options(rate);
            return ["-preset", preset, mode, value, "-x265-params", Common + more];
        },
    };
}
