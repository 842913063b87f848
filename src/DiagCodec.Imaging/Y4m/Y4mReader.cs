using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Y4m;

/// <summary>Reads YUV4MPEG2 video: luma becomes the slices, 4:2:0 chroma goes to <see cref="Volume.Chroma"/>.</summary>
public static class Y4mReader
{
    /// <summary>Longer header lines are no header lines.</summary>
    private const int LongestLine = 4096;

    /// <exception cref="InvalidInputException">The file is missing, broken, or holds what is not supported.</exception>
    public static ImageSeries Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
            return Read(path, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"{path}: cannot be read: {e.Message}", e);
        }
    }

    private static ImageSeries Read(string path, FileStream file)
    {
        var line = ReadLine(path, file, "stream header");
        var header = Y4mHeader.Parse(path, line);
        var luma = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        var chroma = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        while (file.Position < file.Length)
        {
            ReadFrameHeader(path, file, luma.Count);
            luma.Add(ReadPlanes(path, file, header, luma.Count, header.LumaBytes));
            if (header.HasChroma)
            {
                chroma.Add(ReadPlanes(path, file, header, chroma.Count, header.ChromaBytes));
            }
        }

        if (luma.Count == 0)
        {
            throw Y4mFault.Broken(path, "it holds no frame");
        }

        var volume = new Volume(header.Columns, header.Rows, SampleFormats.Of(header.BytesPerSample, signed: false), luma.ToImmutable())
        {
            BitsStored = header.Bits,
            Chroma = header.HasChroma ? chroma.ToImmutable() : null,
        };
        var origins = Enumerable.Range(0, volume.Slices).Select(z => new SliceOrigin(0, z));
        var headers = new SourceHeaders(SourceKind.Y4m, [line], [.. origins]);
        var description = $"Y4M {header.Columns}x{header.Rows}x{volume.Slices}, {header.Bits} bits, {(header.HasChroma ? "4:2:0" : "4:0:0")}";
        return new(path, Path.GetFileName(path), description, volume, headers, file.Length, []);
    }

    private static void ReadFrameHeader(string path, FileStream file, int frame)
    {
        var words = Encoding.Latin1.GetString(ReadLine(path, file, $"header of frame {frame}")).Split(' ');
        if (words[0] != "FRAME")
        {
            throw Y4mFault.Broken(path, $"frame {frame} does not begin with FRAME at byte {file.Position}");
        }
    }

    private static byte[] ReadLine(string path, FileStream file, string part)
    {
        var line = new List<byte>();
        int next;
        while ((next = file.ReadByte()) != '\n')
        {
            if (next < 0 || line.Count == LongestLine)
            {
                throw Y4mFault.Broken(path, $"the {part} has no end (expected a line feed within {LongestLine} bytes)");
            }

            line.Add((byte)next);
        }

        return [.. line];
    }

    private static byte[] ReadPlanes(string path, FileStream file, Y4mHeader header, int frame, int bytes)
    {
        var left = file.Length - file.Position;
        if (left < bytes)
        {
            throw Y4mFault.Broken(path, $"it ends within frame {frame} (expected {bytes} bytes, found {left})");
        }

        var samples = new byte[bytes];
        file.ReadExactly(samples);
        if (header.Bits > 8)
        {
            var highest = (1 << header.Bits) - 1;
            foreach (var sample in MemoryMarshal.Cast<byte, ushort>(samples))
            {
                if (sample > highest)
                {
                    throw Y4mFault.Broken(path, $"frame {frame} holds {sample}, expected at most {highest} in {header.Bits} bits");
                }
            }
        }

        return samples;
    }
}
