namespace DiagCodec.Evaluation.Bench.Methods.External.Stills;

/// <summary>Lossless JPEG-LS (ITU-T T.87), by CharLS. The only parameter is 0.</summary>
internal static class JpegLs
{
    private const double SecondsPerMegavoxel = 0.05;

    public static CodecEntry Entry { get; } = new(
        "jpeg-ls", MethodFacts.Lossless, 0, 0, IsWhole: true, [ExternalFacts.WindowOption], setting => new SliceMethod(
            ExternalFacts.Of(setting, "JPEG-LS (CharLS), lossless, slice by slice", MethodFacts.Lossless, SecondsPerMegavoxel),
            new JpegLsSlices()));
}
