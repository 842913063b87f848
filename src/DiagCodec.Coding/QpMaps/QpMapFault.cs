using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.QpMaps;

/// <summary>The faults that all map formats share: place, what was expected, what came.</summary>
internal static class QpMapFault
{
    public static InvalidInputException At(string source, string place, string expected, string found) =>
        new($"{source}: {place}: expected {expected}, found '{Printable(found)}'");

    public static int CheckBlock(string source, string place, int block) =>
        Plans.QpMap.BlockSizes.Contains(block) ? block : throw At(source, place, "a block size of 64, 32 or 16", $"{block}");

    public static int CheckQp(string source, string place, int qp) =>
        qp is >= Plans.QpMap.LowestQp and <= Plans.QpMap.HighestQp ? qp : throw At(source, place, "a frame QP of 0 to 51", $"{qp}");

    /// <summary>Offsets beyond +-51 could only be a mistake: no frame QP makes use of them.</summary>
    public static sbyte CheckOffset(string source, string place, int offset) =>
        offset is >= -51 and <= 51 ? (sbyte)offset : throw At(source, place, "an offset of -51 to 51", $"{offset}");

    /// <summary>Short, and without the control characters that a terminal would obey.</summary>
    private static string Printable(string found) =>
        string.Concat(found.Take(40).Select(c => char.IsControl(c) ? '?' : c)) + (found.Length > 40 ? "..." : "");
}
