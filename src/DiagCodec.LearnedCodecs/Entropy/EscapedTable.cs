using DiagCodec.Imaging.Faults;

namespace DiagCodec.LearnedCodecs.Entropy;

/// <summary>
/// Integers of a range by a table, and all others behind an escape symbol: the distance from the range, with the side as its lowest bit, as an
/// Exp-Golomb code of order 0 in bits of equal probability.
/// </summary>
public sealed class EscapedTable
{
    /// <summary>Larger magnitudes are refused.</summary>
    public const int Largest = 1 << 24;

    private const uint Even = FrequencyTable.Total / 2;
    private const int LongestPrefix = 27;

    private readonly int _lowest;
    private readonly int _highest;

    /// <param name="lowest">The value of the table's first symbol.</param>
    /// <param name="table">A symbol for every value from the lowest on, and as the last one the escape.</param>
    public EscapedTable(int lowest, FrequencyTable table)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(table.Count, 2, nameof(table));
        (_lowest, Table) = (lowest, table);
        _highest = lowest + table.Count - 2;
    }

    public FrequencyTable Table { get; }

    /// <summary>The first value that needs no escape.</summary>
    public int Lowest => _lowest;

    /// <summary>The last value that needs no escape.</summary>
    public int Highest => _highest;

    /// <exception cref="ArgumentOutOfRangeException">The magnitude is above 2^24.</exception>
    public void Encode(RangeEncoder encoder, int value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Largest);
        ArgumentOutOfRangeException.ThrowIfLessThan(value, -Largest);
        if (value >= _lowest && value <= _highest)
        {
            encoder.Encode(Table, value - _lowest);
            return;
        }

        encoder.Encode(Table, Table.Count - 1);
        var number = Outside(value) + 1;
        var bits = int.Log2(number);
        for (var i = 0; i < bits; i++)
        {
            encoder.EncodeBit(Even, false);
        }

        for (var i = bits; i >= 0; i--)
        {
            encoder.EncodeBit(Even, (number >> i & 1) != 0);
        }
    }

    /// <exception cref="InvalidInputException">The stream ends too early, or holds an escape that no encoder writes.</exception>
    public int Decode(ref RangeDecoder decoder)
    {
        var symbol = decoder.Decode(Table);
        if (symbol < Table.Count - 1)
        {
            return _lowest + symbol;
        }

        var bits = 0;
        while (!decoder.DecodeBit(Even))
        {
            if (++bits > LongestPrefix)
            {
                throw new InvalidInputException("coded symbols: an escaped value is out of range; the stream is damaged, get a fresh copy of it");
            }
        }

        var number = 1;
        for (var i = 0; i < bits; i++)
        {
            number = number << 1 | (decoder.DecodeBit(Even) ? 1 : 0);
        }

        var distance = (number - 1) >> 1;
        return (number - 1 & 1) != 0 ? _highest + 1 + distance : _lowest - 1 - distance;
    }

    /// <summary>Bits that the value costs.</summary>
    public double Bits(int value) => value >= _lowest && value <= _highest
        ? Table.Bits(value - _lowest)
        : Table.Bits(Table.Count - 1) + (2 * int.Log2(Outside(value) + 1)) + 1;

    private int Outside(int value) => value > _highest ? 2 * (value - _highest - 1) + 1 : 2 * (_lowest - 1 - value);
}
