namespace DiagCodec.LearnedCodecs.Entropy;

/// <summary>Turns probabilities into frequencies.</summary>
public static class FrequencyFit
{
    /// <summary>
    /// Gives every symbol 1, shares out the rest of 2^16 in proportion, and what rounding down leaves to the largest remainders, the first symbol
    /// first where they are equal.
    /// </summary>
    /// <param name="probabilities">One for every symbol, finite and 0 or more, with a positive sum; at most 32,768.</param>
    public static int[] Of(ReadOnlySpan<double> probabilities)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(probabilities.Length, FrequencyTable.Total / 2, nameof(probabilities));
        var sum = 0.0;
        foreach (var probability in probabilities)
        {
            if (!double.IsFinite(probability) || probability < 0)
            {
                throw new ArgumentException($"a probability of 0 or more was expected, found {probability}", nameof(probabilities));
            }

            sum += probability;
        }

        if (!(sum > 0))
        {
            throw new ArgumentException("a probability above 0 was expected", nameof(probabilities));
        }

        var free = FrequencyTable.Total - probabilities.Length;
        var frequencies = new int[probabilities.Length];
        var remainders = new (double Remainder, int Symbol)[probabilities.Length];
        var left = free;
        for (var symbol = 0; symbol < frequencies.Length; symbol++)
        {
            var share = probabilities[symbol] / sum * free;
            var whole = Math.Min((int)share, left);
            frequencies[symbol] = 1 + whole;
            remainders[symbol] = (whole - share, symbol);
            left -= whole;
        }

        Array.Sort(remainders);
        for (var i = 0; i < left; i++)
        {
            frequencies[remainders[i % remainders.Length].Symbol]++;
        }

        return frequencies;
    }
}
