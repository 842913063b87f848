using System.Globalization;

namespace DiagCodec.Evaluation.Bench.Methods.External.Stills;

/// <summary>JPEG XL (ISO/IEC 18181-1), lossy, effort 7, as a bare codestream, by libjxl. The parameter is the butteraugli distance aimed at; less is better.</summary>
internal static class JpegXl
{
    private const string Parameter = "distance";
    private const double SecondsPerMegavoxel = 0.45;

    private static readonly StillPrograms Programs = new(
        "cjxl",
        "djxl",
        ".jxl",
        (distance, _) => distance.ToString(CultureInfo.InvariantCulture),
        (distance, picture, file) => [picture, file, $"--distance={distance}", "--effort=7", "--num_threads=0", "--container=0", "--quiet"],
        (file, picture) => [file, picture, "--num_threads=0", "--quiet"])
    {
        Widens = true,
    };

    public static CodecEntry Entry { get; } = new(
        "jpeg-xl", Parameter, 0.05, 25, IsWhole: false, [ExternalFacts.WindowOption], setting => new SliceMethod(
            ExternalFacts.Of(setting, "JPEG XL (libjxl), slice by slice", Parameter, SecondsPerMegavoxel),
            new ProgramSlices(Programs)));
}
