using DiagCodec.Imaging.Faults;

namespace DiagCodec.LearnedCodecs.Entropy;

/// <summary>
/// Reads what <see cref="RangeEncoder"/> wrote, given the same tables in the same order. Any bytes decode to some symbols; a stream that is
/// too short is told as soon as it is read past its end, one that is too long by <see cref="Finish"/>. What was changed in between is for a
/// checksum to tell.
/// </summary>
public ref struct RangeDecoder
{
    /// <summary>The encoder leaves out up to 4 zeros at the end.</summary>
    private const int LongestPadding = 4;

    private readonly ReadOnlySpan<byte> _bytes;
    private int _position;
    private uint _offset;
    private uint _range;

    /// <param name="bytes">The whole stream and nothing behind it.</param>
    public RangeDecoder(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        _range = uint.MaxValue;
        for (var i = 0; i < sizeof(uint); i++)
        {
            _offset = (_offset << 8) | Next();
        }
    }

    /// <summary>The next symbol, 0 to the table's Count - 1.</summary>
    /// <exception cref="InvalidInputException">The stream ends too early.</exception>
    public int Decode(FrequencyTable table)
    {
        var unit = _range >> FrequencyTable.TotalBits;
        var symbol = table.Find((int)Math.Min(_offset / unit, FrequencyTable.Total - 1));
        var start = unit * (uint)table.Start(symbol);
        Narrow(start, symbol == table.Mode ? _range - start : unit * (uint)table.Frequency(symbol));
        return symbol;
    }

    /// <param name="probabilityOfOne16">As the encoder had it.</param>
    /// <exception cref="InvalidInputException">The stream ends too early.</exception>
    public bool DecodeBit(uint probabilityOfOne16)
    {
        var isOneRarer = probabilityOfOne16 <= FrequencyTable.Total / 2;
        var rarer = (_range >> FrequencyTable.TotalBits) * (isOneRarer ? probabilityOfOne16 : FrequencyTable.Total - probabilityOfOne16);
        if (_offset < rarer)
        {
            Narrow(0, rarer);
            return isOneRarer;
        }

        Narrow(rarer, _range - rarer);
        return !isOneRarer;
    }

    /// <summary>To be called behind the last symbol.</summary>
    /// <exception cref="InvalidInputException">Bytes are left: the stream is of something else.</exception>
    public readonly void Finish()
    {
        if (_position < _bytes.Length)
        {
            throw new InvalidInputException(
                $"coded symbols: expected {_position} bytes, found {_bytes.Length}; the stream is damaged, get a fresh copy of it");
        }
    }

    private void Narrow(uint start, uint width)
    {
        _offset -= start;
        _range = width;
        while (_range < RangeEncoder.Smallest)
        {
            _offset = (_offset << 8) | Next();
            _range <<= 8;
        }
    }

    private byte Next()
    {
        var place = _position++;
        if (place < _bytes.Length)
        {
            return _bytes[place];
        }

        return place < _bytes.Length + LongestPadding
            ? (byte)0
            : throw new InvalidInputException($"coded symbols: {_bytes.Length} bytes end before the last symbol; the stream is cut short, get a fresh copy of it");
    }
}
