using System.Numerics;

namespace DiagCodec.Metrics;

/// <summary>Absolute differences of samples, in the samples' unit; 0 or more.</summary>
public static class AbsoluteError
{
    /// <summary>Sum of absolute differences.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or there are no samples.</exception>
    public static long Sum<T>(ReadOnlySpan<T> reference, ReadOnlySpan<T> test)
        where T : unmanaged, IBinaryInteger<T>
    {
        SpanPair.Check(reference.Length, test.Length);
        var sum = 0L;
        for (var i = 0; i < reference.Length; i++)
        {
            sum += Distance(reference[i], test[i]);
        }

        return sum;
    }

    /// <summary>Mean absolute error.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or there are no samples.</exception>
    public static double Mean<T>(ReadOnlySpan<T> reference, ReadOnlySpan<T> test)
        where T : unmanaged, IBinaryInteger<T> => (double)Sum(reference, test) / reference.Length;

    /// <summary>Largest absolute error.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or there are no samples.</exception>
    public static long Max<T>(ReadOnlySpan<T> reference, ReadOnlySpan<T> test)
        where T : unmanaged, IBinaryInteger<T>
    {
        SpanPair.Check(reference.Length, test.Length);
        var worst = 0L;
        for (var i = 0; i < reference.Length; i++)
        {
            worst = Math.Max(worst, Distance(reference[i], test[i]));
        }

        return worst;
    }

    /// <summary>In 64 bits: two 32-bit samples can be further apart than 32 bits say.</summary>
    private static long Distance<T>(T a, T b)
        where T : unmanaged, IBinaryInteger<T> => Math.Abs(long.CreateChecked(a) - long.CreateChecked(b));
}
