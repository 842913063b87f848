using System.Globalization;
using System.Text.RegularExpressions;
using DiagCodec.Coding.Plans;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Encode.Hm;

/// <summary>The file of a changed HM that gives every CTU its own QP: signed integers in raster order, pictures in POC order, added to the slice QP.</summary>
internal static partial class HmCtuMap
{
    public const int CtuSize = 64;

    /// <summary>Whether the plan needs such an HM.</summary>
    /// <exception cref="UsageException">The plan's blocks are smaller than a CTU.</exception>
    public static bool IsNeeded(QpMap map)
    {
        if (!map.Frames.Any(f => f.HasOffsets))
        {
            return false;
        }

        return map.BlockSize == CtuSize
            ? true
            : throw new UsageException($"--encoder hm: takes QPs for blocks of {CtuSize} pixels, the map has blocks of {map.BlockSize}; make it with --block {CtuSize} or use x265");
    }

    /// <summary>The option with two dashes and without =.</summary>
    /// <exception cref="UsageException">It cannot be an option of HM.</exception>
    public static string Option(string text)
    {
        var name = text.TrimStart('-').TrimEnd('=');
        return Name().IsMatch(name)
            ? $"--{name}"
            : throw new UsageException($"--hm-map-option {text}: expected the name of an option of your HM, for example {HmOptions.DefaultMapOption}");
    }

    /// <param name="writer">Gets one line for each row of CTUs.</param>
    /// <param name="map">With blocks of 64.</param>
    /// <param name="sliceQps">What the offsets are added to; block QPs keep to the range that is coded.</param>
    public static void Write(TextWriter writer, QpMap map, IReadOnlyList<int> sliceQps)
    {
        for (var frame = 0; frame < map.Frames.Length; frame++)
        {
            for (var block = 0; block < map.BlocksPerFrame; block++)
            {
                writer.Write((map.AbsoluteQp(frame, block) - sliceQps[frame]).ToString(CultureInfo.InvariantCulture));
                writer.Write((block + 1) % map.Columns == 0 ? '\n' : ' ');
            }
        }
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_.\-]{0,60}$")]
    private static partial Regex Name();
}
