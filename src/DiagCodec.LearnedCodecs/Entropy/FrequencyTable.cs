namespace DiagCodec.LearnedCodecs.Entropy;

/// <summary>
/// How often each symbol of an alphabet is expected, as integers that add up to 2^16. The most probable symbol is coded last in the range,
/// because it then also gets what the coder's division leaves over; latents of which nearly all are zero would otherwise pay for it.
/// </summary>
public sealed class FrequencyTable
{
    /// <summary>Bits of the total.</summary>
    public const int TotalBits = 16;

    /// <summary>What all frequencies add up to.</summary>
    public const int Total = 1 << TotalBits;

    private readonly int[] _frequencies;
    private readonly int[] _starts;
    private readonly int _mode;
    private readonly int _modeStart;

    /// <param name="frequencies">One for every symbol, each 1 or more, 65,536 in all.</param>
    /// <exception cref="ArgumentException">A frequency is below 1, or the sum is another.</exception>
    public FrequencyTable(ReadOnlySpan<int> frequencies)
    {
        _frequencies = frequencies.ToArray();
        var sum = 0L;
        foreach (var frequency in frequencies)
        {
            if (frequency < 1)
            {
                throw new ArgumentException($"a frequency of 1 or more was expected, found {frequency}", nameof(frequencies));
            }

            sum += frequency;
        }

        if (sum != Total)
        {
            throw new ArgumentException($"frequencies that add up to {Total} were expected, found {sum}", nameof(frequencies));
        }

        for (var symbol = 1; symbol < _frequencies.Length; symbol++)
        {
            _mode = _frequencies[symbol] > _frequencies[_mode] ? symbol : _mode;
        }

        // In coding order: all symbols but the most probable one, then that one.
        _starts = new int[_frequencies.Length];
        var start = 0;
        for (int symbol = 0, place = 0; symbol < _frequencies.Length; symbol++)
        {
            if (symbol != _mode)
            {
                _starts[place++] = start;
                start += _frequencies[symbol];
            }
        }

        _starts[^1] = _modeStart = start;
    }

    /// <summary>Symbols are 0 to Count - 1.</summary>
    public int Count => _frequencies.Length;

    /// <summary>The most probable symbol, the first of several.</summary>
    public int Mode => _mode;

    /// <summary>1 to 65,536.</summary>
    public int Frequency(int symbol) => _frequencies[symbol];

    /// <summary>Bits that the symbol costs: -log2 of its share.</summary>
    public double Bits(int symbol) => TotalBits - Math.Log2(_frequencies[symbol]);

    internal int Start(int symbol) => symbol == _mode ? _modeStart : _starts[symbol < _mode ? symbol : symbol - 1];

    /// <summary>The symbol whose part of the total holds <paramref name="point"/>, 0 to 65,535.</summary>
    internal int Find(int point)
    {
        if (point >= _modeStart)
        {
            return _mode;
        }

        var (low, high) = (0, _starts.Length - 1);
        while (high - low > 1)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _starts[middle] <= point ? (middle, high) : (low, middle);
        }

        return low < _mode ? low : low + 1;
    }
}
