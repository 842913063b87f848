using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Series;

namespace DiagCodec.Imaging.Y4m;

/// <summary>The stream header line of a YUV4MPEG2 file: size, chroma, bit depth.</summary>
/// <param name="Columns">Width of the luma plane.</param>
/// <param name="Rows">Height of the luma plane.</param>
/// <param name="Bits">8, 10 or 12.</param>
/// <param name="HasChroma">4:2:0, else luma only.</param>
public sealed record Y4mHeader(int Columns, int Rows, int Bits, bool HasChroma)
{
    internal const string Signature = "YUV4MPEG2";

    public int BytesPerSample => Bits > 8 ? 2 : 1;

    /// <summary>Bytes of a frame's luma plane.</summary>
    public int LumaBytes => Columns * Rows * BytesPerSample;

    /// <summary>Bytes of both chroma planes of a frame; odd sizes are rounded up.</summary>
    public int ChromaBytes => HasChroma ? 2 * ((Columns + 1) / 2) * ((Rows + 1) / 2) * BytesPerSample : 0;

    /// <summary>A header line for slices that came from elsewhere, at 25 frames a second.</summary>
    public SourceHeaders ToSourceHeaders(int slices)
    {
        var chroma = (HasChroma, Bits) switch
        {
            (true, 8) => "420jpeg",
            (true, 10) => "420p10 XYSCSS=420P10",
            (true, 12) => "420p12 XYSCSS=420P12",
            (false, 8) => "mono",
            (false, 10) => "mono10",
            (false, 12) => "mono12",
            _ => throw new UsageException($"Y4M holds 8, 10 or 12 bits, not {Bits}; choose another output format or --bit-depth"),
        };
        var line = string.Create(CultureInfo.InvariantCulture, $"{Signature} W{Columns} H{Rows} F25:1 Ip A1:1 C{chroma}");
        var origins = Enumerable.Range(0, slices).Select(z => new SliceOrigin(0, z));
        return new(SourceKind.Y4m, [Encoding.ASCII.GetBytes(line)], [.. origins]);
    }

    /// <param name="path">For messages.</param>
    /// <param name="line">Without the line feed.</param>
    /// <exception cref="InvalidInputException">It is no header, or one of a video that is not supported.</exception>
    public static Y4mHeader Parse(string path, ReadOnlySpan<byte> line)
    {
        var words = Encoding.Latin1.GetString(line).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || words[0] != Signature)
        {
            throw Y4mFault.Unsupported(path, $"not a YUV4MPEG2 file (expected it to begin with {Signature})", "give a .y4m file");
        }

        var tags = words.Skip(1).ToImmutableArray();
        var columns = Length(path, tags, 'W');
        var rows = Length(path, tags, 'H');
        if ((long)columns * rows * 2 * 3 / 2 > Array.MaxLength)
        {
            throw Y4mFault.Unsupported(path, $"frames of {columns}x{rows} are too large", "cut the video into smaller ones");
        }

        var interlacing = Tag(tags, 'I') ?? "?";
        if (interlacing is not ("p" or "?"))
        {
            throw Y4mFault.Unsupported(path, $"interlaced video (I{interlacing}), expected progressive (Ip)", "deinterlace it first");
        }

        var (bits, chroma) = Colour(path, Tag(tags, 'C') ?? "420");
        return new(columns, rows, bits, chroma);
    }

    private static (int Bits, bool Chroma) Colour(string path, string name) => name switch
    {
        "420" or "420jpeg" or "420mpeg2" or "420paldv" => (8, true),
        "420p10" => (10, true),
        "420p12" => (12, true),
        "mono" => (8, false),
        "mono10" => (10, false),
        "mono12" => (12, false),
        _ => throw Y4mFault.Unsupported(
            path,
            $"colour format C{name} is not supported (expected 420, 420p10, 420p12, mono, mono10 or mono12)",
            "convert it, for example with ffmpeg -i IN.y4m -pix_fmt yuv420p OUT.y4m"),
    };

    private static string? Tag(ImmutableArray<string> tags, char name) => tags.LastOrDefault(t => t[0] == name)?[1..];

    private static int Length(string path, ImmutableArray<string> tags, char name)
    {
        var text = Tag(tags, name) ?? "nothing";
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length is >= 1 and <= 65535
            ? length
            : throw Y4mFault.Broken(path, $"tag {name} is {text}, expected 1 to 65535");
    }
}
