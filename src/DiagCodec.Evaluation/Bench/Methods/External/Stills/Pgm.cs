using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Bench.Methods.External.Stills;

/// <summary>
/// Binary grey pictures of Netpbm: "P5", width, height, largest value, then the samples row by row, 1 byte each up to 255, else 2 bytes
/// big-endian. What programs for stills take and give.
/// </summary>
internal static class Pgm
{
    /// <summary>Longer headers, comments among them, are none.</summary>
    private const int LongestHeader = 1024;

    /// <exception cref="OutputException">It cannot be written.</exception>
    public static void Write(string path, FrameFormat format, ReadOnlySpan<byte> frame)
    {
        var header = Encoding.ASCII.GetBytes(FormattableString.Invariant($"P5\n{format.Width} {format.Height}\n{format.LargestCode}\n"));
        var bytes = new byte[header.Length + format.FrameBytes];
        header.CopyTo(bytes, 0);
        Swap(format, frame, bytes.AsSpan(header.Length));
        try
        {
            File.WriteAllBytes(path, bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"{path}: cannot be written: {e.Message}; TMPDIR names another place for temporary files", e);
        }
    }

    /// <summary>Reads a picture that must have a format, and nothing behind it.</summary>
    /// <exception cref="ToolException">It is missing, broken, or another one.</exception>
    public static void Read(string path, FrameFormat format, Span<byte> frame)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);

            // Before anything is read: a file of another length cannot be the picture.
            if (file.Length <= format.FrameBytes || file.Length > format.FrameBytes + (long)LongestHeader)
            {
                throw new ToolException(FormattableString.Invariant(
                    $"{name}: the decoder wrote {file.Length} bytes, expected a grey picture of {format.FrameBytes} bytes and a header"));
            }

            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            Parse(name, bytes, format, frame);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{name}: the decoder wrote no picture: {e.Message}", e);
        }
    }

    /// <inheritdoc cref="Read"/>
    public static void Parse(string name, ReadOnlySpan<byte> bytes, FrameFormat format, Span<byte> frame)
    {
        if (bytes is not [(byte)'P', (byte)'5', ..])
        {
            throw new ToolException($"{name}: the decoder wrote no binary grey picture (it does not begin with P5)");
        }

        var at = 2;
        var (width, height, largest) = (Number(name, bytes, ref at), Number(name, bytes, ref at), Number(name, bytes, ref at));
        if (width != format.Width || height != format.Height || largest != format.LargestCode)
        {
            throw new ToolException(FormattableString.Invariant(
                $"{name}: the decoder gave {width}x{height} pixels up to {largest}, expected {format.Width}x{format.Height} up to {format.LargestCode}"));
        }

        // One white space ends the header.
        var samples = at < bytes.Length ? bytes[(at + 1)..] : [];
        if (samples.Length != format.FrameBytes)
        {
            throw new ToolException(FormattableString.Invariant($"{name}: the decoder gave {samples.Length} bytes of samples, expected {format.FrameBytes}"));
        }

        Swap(format, samples, frame);
        if (format.BytesPerSample == 2 && MemoryMarshal.Cast<byte, ushort>(frame).IndexOfAnyExceptInRange((ushort)0, (ushort)format.LargestCode) >= 0)
        {
            throw new ToolException(FormattableString.Invariant($"{name}: the decoder gave samples above the {format.LargestCode} that its header says"));
        }
    }

    private static void Swap(FrameFormat format, ReadOnlySpan<byte> from, Span<byte> to)
    {
        if (format.BytesPerSample == 1)
        {
            from.CopyTo(to);
            return;
        }

        BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, ushort>(from), MemoryMarshal.Cast<byte, ushort>(to));
    }

    private static int Number(string name, ReadOnlySpan<byte> bytes, ref int at)
    {
        while (at < bytes.Length && at < LongestHeader && (bytes[at] == '#' || IsSpace(bytes[at])))
        {
            if (bytes[at] == '#')
            {
                var line = bytes[at..].IndexOf((byte)'\n');
                at = line < 0 ? bytes.Length : at + line;
            }
            else
            {
                at++;
            }
        }

        var start = at;
        while (at < bytes.Length && at < LongestHeader && char.IsAsciiDigit((char)bytes[at]))
        {
            at++;
        }

        return int.TryParse(bytes[start..at], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ToolException($"{name}: the decoder wrote a picture with a broken header");
    }

    private static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or (byte)'\v';
}
