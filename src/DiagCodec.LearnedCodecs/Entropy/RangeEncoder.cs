namespace DiagCodec.LearnedCodecs.Entropy;

/// <summary>
/// A range coder (Martin 1979; carries are kept back as in LZMA's) that writes bytes. The interval's width has 32 bits and its lower end 64, and all
/// is integer arithmetic, so that the bytes are the same everywhere. <see cref="RangeDecoder"/> reads them.
/// </summary>
public sealed class RangeEncoder
{
    internal const uint Smallest = 1u << 24;

    private const uint FirstUndecided = 0xFF000000;

    private byte[] _bytes = new byte[256];
    private int _count;
    private ulong _low;
    private uint _range = uint.MaxValue;
    private long _waiting;
    private byte _cached;
    private bool _hasCached;
    private bool _isFinished;

    /// <summary>Bytes that are decided so far; what is in flight, up to a few bytes, comes on top.</summary>
    public int ByteCount => _count;

    /// <param name="table">Of the alphabet.</param>
    /// <param name="symbol">0 to the table's Count - 1.</param>
    public void Encode(FrequencyTable table, int symbol)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)symbol, (uint)table.Count, nameof(symbol));
        var unit = _range >> FrequencyTable.TotalBits;
        var start = unit * (uint)table.Start(symbol);
        Narrow(start, symbol == table.Mode ? _range - start : unit * (uint)table.Frequency(symbol));
    }

    /// <param name="probabilityOfOne16">1 to 65,535: the probability times 65,536 that the bit is set.</param>
    /// <param name="bit">The bit.</param>
    public void EncodeBit(uint probabilityOfOne16, bool bit)
    {
        ArgumentOutOfRangeException.ThrowIfZero(probabilityOfOne16);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probabilityOfOne16, (uint)FrequencyTable.Total);
        var isOneRarer = probabilityOfOne16 <= FrequencyTable.Total / 2;
        var rarer = (_range >> FrequencyTable.TotalBits) * (isOneRarer ? probabilityOfOne16 : FrequencyTable.Total - probabilityOfOne16);
        if (bit == isOneRarer)
        {
            Narrow(0, rarer);
        }
        else
        {
            Narrow(rarer, _range - rarer);
        }
    }

    /// <summary>Ends the stream with as few bytes as decide it.</summary>
    /// <returns>All of it. The encoder cannot go on.</returns>
    public byte[] Finish()
    {
        ObjectDisposedException.ThrowIf(_isFinished, this);
        _isFinished = true;

        // Of all numbers in the interval, the one with most zeros at its end: the decoder reads zeros where the stream has ended.
        var last = _low + _range - 1;
        var zeros = 32;
        while ((last >> zeros << zeros) < _low)
        {
            zeros--;
        }

        _low = last >> zeros << zeros;
        for (var left = 32; left > zeros; left -= 8)
        {
            Shift();
        }

        // The byte that is kept back, and all that wait for its carry.
        Shift();
        return _bytes[.._count];
    }

    private void Narrow(uint start, uint width)
    {
        ObjectDisposedException.ThrowIf(_isFinished, this);
        _low += start;
        _range = width;
        while (_range < Smallest)
        {
            Shift();
            _range <<= 8;
        }
    }

    /// <summary>Takes the upper byte off the lower end. A byte of 0xFF, and the one before it, wait until no carry can come any more.</summary>
    private void Shift()
    {
        var upper = (uint)_low;
        var carry = (byte)(_low >> 32);
        if (upper < FirstUndecided || carry != 0)
        {
            if (_hasCached)
            {
                Append((byte)(_cached + carry));
            }

            for (; _waiting > 0; _waiting--)
            {
                Append((byte)(0xFF + carry));
            }

            _cached = (byte)(upper >> 24);
            _hasCached = true;
        }
        else
        {
            _waiting++;
        }

        _low = (ulong)upper << 8 & uint.MaxValue;
    }

    private void Append(byte value)
    {
        if (_count == _bytes.Length)
        {
            Array.Resize(ref _bytes, checked(_count * 2));
        }

        _bytes[_count++] = value;
    }
}
