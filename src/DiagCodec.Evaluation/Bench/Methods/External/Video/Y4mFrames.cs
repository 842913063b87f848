using System.Text;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Y4m;

namespace DiagCodec.Evaluation.Bench.Methods.External.Video;

/// <summary>The luma of a Y4M stream, frame by frame, as a decoder writes it.</summary>
internal sealed class Y4mFrames(string name, Stream stream)
{
    private const int LongestLine = 256;

    private readonly byte[] _byte = new byte[1];
    private byte[] _chroma = [];

    /// <summary>Reads the header and compares it with what must come.</summary>
    /// <returns>False where there is nothing at all.</returns>
    /// <exception cref="ToolException">It is no Y4M, or of another format.</exception>
    public async Task<bool> OpenAsync(FrameFormat format, bool withChroma, CancellationToken cancellation)
    {
        if (await LineAsync(cancellation) is not { } line)
        {
            return false;
        }

        var header = Parse(line);
        if (header.Columns != format.Width || header.Rows != format.Height || header.Bits != format.BitDepth || header.HasChroma != withChroma)
        {
            throw new ToolException(FormattableString.Invariant(
                $"{name} holds {header.Columns}x{header.Rows} pixels of {header.Bits} bits, expected {format.Width}x{format.Height} of {format.BitDepth} bits"));
        }

        _chroma = new byte[header.ChromaBytes];
        return true;
    }

    /// <returns>False at the end, also where it comes within a frame.</returns>
    /// <exception cref="ToolException">There is something else than a frame.</exception>
    public async Task<bool> ReadAsync(Memory<byte> luma, CancellationToken cancellation)
    {
        if (await LineAsync(cancellation) is not { } line)
        {
            return false;
        }

        if (line != "FRAME" && !line.StartsWith("FRAME ", StringComparison.Ordinal))
        {
            throw Broken("a frame does not begin with FRAME");
        }

        return await FillAsync(luma, cancellation) && await FillAsync(_chroma, cancellation);
    }

    private async Task<bool> FillAsync(Memory<byte> memory, CancellationToken cancellation) =>
        await stream.ReadAtLeastAsync(memory, memory.Length, throwOnEndOfStream: false, cancellation) == memory.Length;

    private Y4mHeader Parse(string line)
    {
        try
        {
            return Y4mHeader.Parse(name, Encoding.Latin1.GetBytes(line));
        }
        catch (InvalidInputException e)
        {
            throw new ToolException($"what ffmpeg decoded cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Null at the end.</summary>
    private async Task<string?> LineAsync(CancellationToken cancellation)
    {
        var line = new StringBuilder();
        while (line.Length < LongestLine)
        {
            if (await stream.ReadAsync(_byte, cancellation) == 0)
            {
                return null;
            }

            if (_byte[0] == '\n')
            {
                return line.ToString();
            }

            line.Append((char)_byte[0]);
        }

        throw Broken("a line has no end");
    }

    private ToolException Broken(string what) => new($"{name}: ffmpeg wrote no Y4M: {what}");
}
