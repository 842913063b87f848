namespace DiagCodec.Metrics.Bootstrap;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): 64 random bits a step, the same on every runtime, which <see cref="Random"/> does not
/// promise.
/// </summary>
internal struct SplitMix64(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 to <paramref name="count"/> - 1, each as often: the high half of a product, and a new draw where that would favour some
    /// (Lemire, ACM TOMACS 29(1), 2019).</summary>
    public int Below(int count)
    {
        var rejected = (ulong)-count % (ulong)count;
        ulong low;
        ulong high;
        do
        {
            high = Math.BigMul(Next(), (ulong)count, out low);
        }
        while (low < rejected);
        return (int)high;
    }
}
