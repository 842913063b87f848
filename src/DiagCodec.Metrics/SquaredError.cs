using System.Numerics;
using DiagCodec.Metrics.Images;

namespace DiagCodec.Metrics;

/// <summary>Squared differences of samples, in the samples' unit squared; 0 or more.</summary>
public static class SquaredError
{
    /// <summary>Sum of squared differences. Exact while below 2^53, which is 5e8 samples of 12 bits at their worst.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or there are no samples.</exception>
    public static double Sum<T>(ReadOnlySpan<T> reference, ReadOnlySpan<T> test)
        where T : unmanaged, IBinaryInteger<T>
    {
        SpanPair.Check(reference.Length, test.Length);
        var sum = 0.0;
        for (var i = 0; i < reference.Length; i++)
        {
            var difference = (double)(long.CreateChecked(reference[i]) - long.CreateChecked(test[i]));
            sum += difference * difference;
        }

        return sum;
    }

    /// <summary>Mean squared error.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or there are no samples.</exception>
    public static double Mean<T>(ReadOnlySpan<T> reference, ReadOnlySpan<T> test)
        where T : unmanaged, IBinaryInteger<T> => Sum(reference, test) / reference.Length;

    /// <summary>Mean squared error after both are clipped to the window.</summary>
    /// <exception cref="ArgumentException">The lengths differ, there are no samples, or one is NaN.</exception>
    public static double Mean<T>(ReadOnlySpan<T> reference, ReadOnlySpan<T> test, IntensityWindow window)
        where T : unmanaged, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(window);
        SpanPair.Check(reference.Length, test.Length);
        var sum = 0.0;
        for (var i = 0; i < reference.Length; i++)
        {
            var difference = window.Place(double.CreateChecked(reference[i])) - window.Place(double.CreateChecked(test[i]));
            sum += difference * difference;
        }

        return double.IsNaN(sum) ? throw new ArgumentException("samples are numbers, found NaN") : sum / reference.Length;
    }
}
