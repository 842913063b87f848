using System.Collections.Immutable;
using DiagCodec.Coding.Plans;
using DiagCodec.Evaluation.Reports.Markup;

namespace DiagCodec.Evaluation.Reports.Pictures;

/// <summary>Low QPs (many bits) bright yellow, high QPs (few bits) dark violet, the same for every picture of a page.</summary>
/// <param name="Lowest">Lowest QP shown.</param>
/// <param name="Highest">Highest QP shown, Lowest or more.</param>
public sealed record QpColours(int Lowest, int Highest)
{
    /// <summary>Evenly rising in lightness, so that the order survives black-and-white prints and colour blindness.</summary>
    private static readonly ImmutableArray<Rgb> Stops =
    [
        new(0xF9, 0xE8, 0x3C), new(0x8F, 0xD0, 0x4B), new(0x2F, 0xA8, 0x7B), new(0x2A, 0x78, 0x8E), new(0x40, 0x44, 0x86), new(0x48, 0x12, 0x60),
    ];

    /// <param name="map">A whole map, so that all its frames share one scale.</param>
    public static QpColours Of(QpMap map)
    {
        var qps = map.Frames.SelectMany((f, i) => f.HasOffsets ? Enumerable.Range(0, map.BlocksPerFrame).Select(b => map.AbsoluteQp(i, b)) : [f.FrameQp]);
        var (lowest, highest) = (QpMap.HighestQp, QpMap.LowestQp);
        foreach (var qp in qps)
        {
            (lowest, highest) = (Math.Min(lowest, qp), Math.Max(highest, qp));
        }

        return new(Math.Min(lowest, highest), highest);
    }

    public Rgb Of(int qp) => Rgb.Between(Stops.AsSpan(), Highest == Lowest ? 0 : (double)(qp - Lowest) / (Highest - Lowest));

    public void WriteScale(HtmlWriter html)
    {
        var count = Highest - Lowest + 1;
        var most = Math.Min(count, 6);
        var labels = Enumerable.Range(0, most).Select(i => $"{Lowest + (int)Math.Round((double)i * (count - 1) / Math.Max(1, most - 1))}").ToArray();
        ColourBar.Write(html, [.. Enumerable.Range(Lowest, count).Select(Of)], count == 1 ? [labels[0], labels[0]] : [$"QP {labels[0]}", .. labels[1..]]);
    }
}
