using System.Globalization;

namespace DiagCodec.Evaluation.Bench.Methods.External.Stills;

/// <summary>Baseline JPEG (ITU-T T.81) with optimised Huffman tables, by libjpeg-turbo: 8 bits, so the task's window.</summary>
internal static class Jpeg
{
    private const string Parameter = "quality";
    private const double SecondsPerMegavoxel = 0.05;

    private static readonly StillPrograms Programs = new(
        "cjpeg",
        "djpeg",
        ".jpg",
        (quality, _) => quality.ToString(CultureInfo.InvariantCulture),
        (quality, picture, file) => ["-grayscale", "-optimize", "-quality", quality, "-outfile", file, picture],
        (file, picture) => ["-grayscale", "-pnm", "-outfile", picture, file]);

    public static CodecEntry Entry { get; } = new("jpeg", Parameter, 1, 100, IsWhole: true, [], setting => new SliceMethod(
        ExternalFacts.Of(setting, "JPEG (libjpeg-turbo), slice by slice", Parameter, SecondsPerMegavoxel, windowOnly: true),
        new ProgramSlices(Programs)));
}
