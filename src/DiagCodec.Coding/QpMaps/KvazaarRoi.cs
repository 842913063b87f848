using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.QpMaps;

/// <summary>
/// The text layout of kvazaar's --roi: width and height of a map, then width * height delta QPs in raster order, once per map. A map
/// of any size is scaled to the picture, and with fewer maps than frames they are used in turn, as kvazaar does.
/// </summary>
public static class KvazaarRoi
{
    public static void Write(TextWriter writer, QpMap map)
    {
        foreach (var frame in map.Frames)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{map.Columns} {map.Rows}\n"));
            for (var row = 0; row < map.Rows; row++)
            {
                for (var column = 0; column < map.Columns; column++)
                {
                    var offset = frame.HasOffsets ? (int)frame.Offsets[(row * map.Columns) + column] : 0;
                    writer.Write(string.Create(CultureInfo.InvariantCulture, $"{(column > 0 ? " " : "")}{offset}"));
                }

                writer.Write('\n');
            }
        }
    }

    /// <exception cref="InvalidInputException">The text is not as kvazaar's manual says.</exception>
    public static QpMap Parse(string text, string source, FrameFormat format, int frames, Func<int, int> frameQp, int blockSize)
    {
        var columns = QpMap.BlocksAcross(format.Width, blockSize);
        var rows = QpMap.BlocksAcross(format.Height, blockSize);
        var maps = ParseMaps(text, source, columns, rows);
        var qps = Enumerable.Range(0, frames).Select(i => new FrameQps(frameQp(i), maps[i % maps.Count]));
        return new QpMap(blockSize, columns, rows, [.. qps]);
    }

    private static List<ImmutableArray<sbyte>> ParseMaps(string text, string source, int columns, int rows)
    {
        var numbers = new Queue<int>();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            numbers.Enqueue(int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n)
                ? n
                : throw QpMapFault.At(source, $"number {numbers.Count + 1}", "a whole number", word));
        }

        var maps = new List<ImmutableArray<sbyte>>();
        do
        {
            maps.Add(ParseMap(numbers, source, $"map {maps.Count + 1}", columns, rows));
        }
        while (numbers.Count > 0);
        return maps;
    }

    private static ImmutableArray<sbyte> ParseMap(Queue<int> numbers, string source, string place, int columns, int rows)
    {
        if (!numbers.TryDequeue(out var width) || !numbers.TryDequeue(out var height) || width < 1 || height < 1 || (long)width * height > numbers.Count)
        {
            throw QpMapFault.At(source, place, "width and height, then width * height offsets", $"{numbers.Count} numbers left");
        }

        var values = new sbyte[width * height];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = QpMapFault.CheckOffset(source, place, numbers.Dequeue());
        }

        var scaled = ImmutableArray.CreateBuilder<sbyte>(columns * rows);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                scaled.Add(values[((long)row * height / rows * width) + ((long)column * width / columns)]);
            }
        }

        return scaled.MoveToImmutable();
    }
}
