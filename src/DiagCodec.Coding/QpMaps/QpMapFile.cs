using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.QpMaps;

/// <summary>Reads and writes QP maps as files; the ending tells the format: .csv and .json are ours, .txt and .roi are kvazaar's.</summary>
public static class QpMapFile
{
    /// <summary>Larger files are refused: 4,000 frames of 8192x8192 at 16 px blocks stay below it only as kvazaar's looping maps.</summary>
    private const long LargestFile = 1L << 30;

    /// <param name="path">The file.</param>
    /// <param name="format">What will be coded; the map has to fit it.</param>
    /// <param name="frames">Number of frames.</param>
    /// <param name="frameQp">QP of each frame, for formats that hold offsets only.</param>
    /// <param name="blockSize">Block size for formats that don't say it: 64, 32 or 16.</param>
    /// <exception cref="InvalidInputException">The file is missing, broken, or for other frames.</exception>
    public static QpMap Read(string path, FrameFormat format, int frames, Func<int, int> frameQp, int blockSize)
    {
        var text = ReadText(path);
        var map = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".csv" => QpMapCsv.Parse(text, path),
            ".json" => QpMapJson.Parse(text, path),
            ".txt" or ".roi" => KvazaarRoi.Parse(text, path, format, frames, frameQp, blockSize),
            var other => throw new InvalidInputException($"{path}: a QP map ends in .csv, .json (diagcodec) or .txt, .roi (kvazaar), not in '{other}'"),
        };
        CheckFit(map, path, format, frames);
        return map with { HighestCodedQp = QpMap.HighestCodedQpAt(format.BitDepth) };
    }

    /// <summary>Writes the map in the format that the ending of <paramref name="path"/> names.</summary>
    /// <exception cref="UsageException">The ending names no format.</exception>
    public static void Write(TextWriter writer, QpMap map, string path)
    {
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".csv":
                QpMapCsv.Write(writer, map);
                break;
            case ".json":
                QpMapJson.Write(writer, map);
                break;
            case ".txt" or ".roi":
                KvazaarRoi.Write(writer, map);
                break;
            default:
                throw new UsageException($"{path}: a QP map ends in .csv, .json (diagcodec) or .txt, .roi (kvazaar)");
        }
    }

    private static string ReadText(string path)
    {
        try
        {
            var length = new FileInfo(path).Length;
            return length <= LargestFile
                ? File.ReadAllText(path)
                : throw new InvalidInputException($"{path}: {length} bytes are too many for a QP map");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"{path}: the QP map cannot be read: {e.Message}", e);
        }
    }

    /// <exception cref="InvalidInputException">The map is for other frames.</exception>
    internal static void CheckFit(QpMap map, string path, FrameFormat format, int frames)
    {
        var columns = QpMap.BlocksAcross(format.Width, map.BlockSize);
        var rows = QpMap.BlocksAcross(format.Height, map.BlockSize);
        if (map.Columns != columns || map.Rows != rows)
        {
            throw new InvalidInputException(
                $"{path}: {map.Columns}x{map.Rows} blocks of {map.BlockSize} px, but frames of {format.Width}x{format.Height} have {columns}x{rows}");
        }

        if (map.Frames.Length != frames)
        {
            throw new InvalidInputException($"{path}: a map for {map.Frames.Length} frames, but the series has {frames} slices");
        }
    }
}
