using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Y4m;

/// <summary>Writes slices as YUV4MPEG2 video under the source's header line, or one of <see cref="Y4mHeader.ToSourceHeaders"/>.</summary>
public sealed class Y4mSliceWriter : ISliceWriter
{
    private readonly Stream _output;
    private readonly Y4mHeader _header;
    private readonly int _slices;
    private readonly int _lowest;
    private readonly byte[] _luma;
    private readonly int[] _shifted;
    private int _next;

    /// <param name="output">Stays open.</param>
    /// <param name="headers">Of kind Y4M.</param>
    /// <param name="lowest">The stored value that is written as 0; for sources with negative values.</param>
    /// <exception cref="Faults.InvalidInputException"><paramref name="headers"/> hold no YUV4MPEG2 header line.</exception>
    public Y4mSliceWriter(Stream output, SourceHeaders headers, int lowest = 0)
    {
        if (headers.Kind != SourceKind.Y4m || headers.Files.Length != 1)
        {
            throw Y4mFault.Broken("Y4M header", "expected one header line");
        }

        var line = headers.Files[0].Span;
        _header = Y4mHeader.Parse("Y4M header", line);
        _output = output;
        _slices = headers.Origins.Length;
        _lowest = lowest;
        _luma = new byte[_header.LumaBytes];
        _shifted = new int[_header.Columns * _header.Rows];
        _output.Write(line);
        _output.WriteByte((byte)'\n');
    }

    /// <exception cref="ArgumentException">A slice out of order, of another size, or with the wrong amount of chroma.</exception>
    /// <exception cref="OverflowException">A value does not fit the bit depth.</exception>
    public void Write(int slice, ReadOnlySpan<int> stored, ReadOnlySpan<byte> chroma)
    {
        if (slice != _next || slice >= _slices || stored.Length != _shifted.Length || chroma.Length != _header.ChromaBytes)
        {
            throw new ArgumentException(
                $"expected slice {_next} of {_slices} with {_shifted.Length} values and {_header.ChromaBytes} bytes of chroma, found {slice} with {stored.Length} and {chroma.Length}",
                nameof(slice));
        }

        for (var i = 0; i < stored.Length; i++)
        {
            _shifted[i] = stored[i] - _lowest;
            if (_shifted[i] < 0 || _shifted[i] >> _header.Bits != 0)
            {
                throw new OverflowException($"{stored[i]} does not fit {_header.Bits} bits above {_lowest}");
            }
        }

        Volume.Narrow(_shifted, SampleFormats.Of(_header.BytesPerSample, signed: false), _luma);
        _output.Write("FRAME\n"u8);
        _output.Write(_luma);
        _output.Write(chroma);
        _next++;
    }

    public void Complete()
    {
        if (_next != _slices)
        {
            throw new InvalidOperationException($"{_next} of {_slices} slices were written");
        }
    }

    public void Dispose()
    {
        // The stream is the caller's.
    }
}
