using System.Globalization;

namespace DiagCodec.Evaluation.Bench.Methods.External.Stills;

/// <summary>
/// JPEG 2000 (ITU-T T.800), irreversible 9-7 wavelet, as a raw codestream with an empty comment, by OpenJPEG. It aims at a size: the parameter counts
/// bits per sample of the coded frame, headers included.
/// </summary>
internal static class Jpeg2000
{
    private const string Parameter = "bits per voxel";
    private const double SecondsPerMegavoxel = 0.2;

    private static readonly StillPrograms Programs = new(
        "opj_compress",
        "opj_decompress",
        ".j2k",
        (bits, format) => (format.BitDepth / bits).ToString("0.####", CultureInfo.InvariantCulture),
        (ratio, picture, file) => ["-i", picture, "-o", file, "-I", "-r", ratio, "-C", "", "-threads", "1"],
        (file, picture) => ["-i", file, "-o", picture, "-threads", "1", "-quiet"]);

    /// <summary>At most 8 bits a voxel: at the bit depth of a windowed source OpenJPEG leaves off truncation.</summary>
    public static CodecEntry Entry { get; } = new(
        "jpeg-2000", Parameter, 0.01, 8, IsWhole: false, [ExternalFacts.WindowOption], setting => new SliceMethod(
            ExternalFacts.Of(setting, "JPEG 2000 (OpenJPEG), irreversible, slice by slice", Parameter, SecondsPerMegavoxel),
            new ProgramSlices(Programs)));
}
