namespace DiagCodec.Networks.Splits;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014). Its own generator, because a split has to
/// be the same with every version of .NET.
/// </summary>
public sealed class SplitRandom
{
    private ulong _state;

    public SplitRandom(ulong seed) => _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 to bound - 1, each equally likely: numbers from the incomplete last round are drawn again.</summary>
    public int Below(int bound)
    {
        var most = ulong.MaxValue - (((ulong.MaxValue % (ulong)bound) + 1) % (ulong)bound);
        ulong number;
        do
        {
            number = Next();
        }
        while (number > most);
        return (int)(number % (ulong)bound);
    }
}
