using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Coding.Plans;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.QpMaps;

/// <summary>
/// The layout that the encoder process and the archive use too. First line: diagcodec-qp-map,1,BLOCK,COLUMNS,ROWS,FRAMES; then a line
/// per frame in coding order: its QP, and unless all are 0 the offsets of its blocks in raster order.
/// </summary>
public static class QpMapCsv
{
    private const string Mark = "diagcodec-qp-map";

    public static void Write(TextWriter writer, QpMap map)
    {
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{Mark},1,{map.BlockSize},{map.Columns},{map.Rows},{map.Frames.Length}\n"));
        foreach (var frame in map.Frames)
        {
            writer.Write(frame.FrameQp.ToString(CultureInfo.InvariantCulture));
            if (frame.HasOffsets)
            {
                foreach (var offset in frame.Offsets)
                {
                    writer.Write(',');
                    writer.Write(((int)offset).ToString(CultureInfo.InvariantCulture));
                }
            }

            writer.Write('\n');
        }
    }

    /// <exception cref="InvalidInputException">A line is not as promised; the message names it.</exception>
    public static QpMap Parse(string text, string source)
    {
        var lines = text.EnumerateLines();
        if (!lines.MoveNext())
        {
            throw QpMapFault.At(source, "line 1", $"{Mark},1,BLOCK,COLUMNS,ROWS,FRAMES", "nothing");
        }

        var (map, count) = ParseHead(lines.Current.ToString(), source);
        var frames = ImmutableArray.CreateBuilder<FrameQps>();
        for (var number = 2; lines.MoveNext(); number++)
        {
            var line = lines.Current.Trim();
            if (line.IsEmpty && frames.Count == count)
            {
                continue;
            }

            if (frames.Count == count)
            {
                throw QpMapFault.At(source, $"line {number}", $"the end after {count} frames", line.ToString());
            }

            frames.Add(ParseFrame(line, source, $"line {number}", map.BlocksPerFrame));
        }

        return frames.Count == count
            ? map with { Frames = frames.ToImmutable() }
            : throw QpMapFault.At(source, $"line {frames.Count + 2}", $"{count} frames", $"{frames.Count}");
    }

    private static (QpMap Map, int Frames) ParseHead(string line, string source)
    {
        var fields = line.Trim().Split(',');
        var numbers = new int[5];
        var good = fields.Length == 6 && fields[0] == Mark;
        for (var i = 0; good && i < numbers.Length; i++)
        {
            good = int.TryParse(fields[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]);
        }

        if (!good || numbers[0] != 1 || numbers[2] is < 1 or > 512 || numbers[3] is < 1 or > 512)
        {
            throw QpMapFault.At(source, "line 1", $"{Mark},1,BLOCK,COLUMNS,ROWS,FRAMES", line);
        }

        return (new QpMap(QpMapFault.CheckBlock(source, "line 1", numbers[1]), numbers[2], numbers[3], []), numbers[4]);
    }

    private static FrameQps ParseFrame(ReadOnlySpan<char> line, string source, string place, int blocks)
    {
        var values = new List<int>();
        foreach (var range in line.Split(','))
        {
            var field = line[range].Trim();
            if (!int.TryParse(field, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            {
                throw QpMapFault.At(source, place, "whole numbers with commas between", field.ToString());
            }

            values.Add(value);
        }

        if (values.Count != 1 && values.Count != blocks + 1)
        {
            throw QpMapFault.At(source, place, $"a frame QP and none or {blocks} offsets", $"{values.Count} numbers");
        }

        return new FrameQps(
            QpMapFault.CheckQp(source, place, values[0]),
            [.. values.Skip(1).Select(v => QpMapFault.CheckOffset(source, place, v))]);
    }
}
