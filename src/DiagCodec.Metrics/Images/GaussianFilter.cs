using System.Numerics;
using System.Runtime.InteropServices;

namespace DiagCodec.Metrics.Images;

/// <summary>The window of SSIM: 11 taps of a Gaussian of sigma 1.5 with sum 1, along a row or down a column.</summary>
internal static class GaussianFilter
{
    public const int Taps = 11;
    private const double Sigma = 1.5;

    private static readonly double[] Weights = MakeWeights();

    /// <summary>Along one row: sample i of the result is centred on sample i + 5 of the row.</summary>
    /// <param name="row">At least <see cref="Taps"/> samples.</param>
    /// <param name="result">10 samples fewer.</param>
    public static void Along(ReadOnlySpan<double> row, Span<double> result)
    {
        ref var from = ref MemoryMarshal.GetReference(row);
        var i = 0;
        for (; i <= result.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var sum = Vector.LoadUnsafe(ref from, (nuint)(i + (Taps / 2))) * Weights[Taps / 2];
            for (var k = 0; k < Taps / 2; k++)
            {
                sum += (Vector.LoadUnsafe(ref from, (nuint)(i + k)) + Vector.LoadUnsafe(ref from, (nuint)(i + Taps - 1 - k))) * Weights[k];
            }

            sum.CopyTo(result[i..]);
        }

        for (; i < result.Length; i++)
        {
            var sum = row[i + (Taps / 2)] * Weights[Taps / 2];
            for (var k = 0; k < Taps / 2; k++)
            {
                sum += (row[i + k] + row[i + Taps - 1 - k]) * Weights[k];
            }

            result[i] = sum;
        }
    }

    /// <summary>Down the columns of a ring of <see cref="Taps"/> rows.</summary>
    /// <param name="ring">The rows, one after the other, each as long as the result.</param>
    /// <param name="oldest">Which of them is the topmost.</param>
    /// <param name="result">One row.</param>
    public static void Down(ReadOnlySpan<double> ring, int oldest, Span<double> result)
    {
        result.Clear();
        for (var k = 0; k < Taps; k++)
        {
            var row = ring.Slice((oldest + k) % Taps * result.Length, result.Length);
            var weight = Weights[k];
            var i = 0;
            for (; i <= result.Length - Vector<double>.Count; i += Vector<double>.Count)
            {
                (new Vector<double>(result[i..]) + (new Vector<double>(row[i..]) * weight)).CopyTo(result[i..]);
            }

            for (; i < result.Length; i++)
            {
                result[i] += row[i] * weight;
            }
        }
    }

    private static double[] MakeWeights()
    {
        var weights = Enumerable.Range(-Taps / 2, Taps).Select(i => Math.Exp(-(i * i) / (2 * Sigma * Sigma))).ToArray();
        var sum = weights.Sum();
        return [.. weights.Select(w => w / sum)];
    }
}
