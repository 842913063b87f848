using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace DiagCodec.Coding.Archive;

/// <summary>
/// Sums of all samples of a series with pseudorandom signs (Alon, Matias, Szegedy 1996). The squared difference between the sums of two series is, on
/// average over the signs, the squared error between them: so 16 numbers tell how far two decodings are apart without either
/// having the other; the root mean square error so found is right within about a fifth.
/// </summary>
public sealed class SampleSketch
{
    /// <summary>How many.</summary>
    public const int Sums = 16;

    private readonly long[] _sums = new long[Sums];
    private ulong _samples;

    /// <summary>Adds a frame of samples: 1 byte each, or 2 bytes little-endian.</summary>
    public void Add(ReadOnlySpan<byte> frame, int bytesPerSample)
    {
        var wide = bytesPerSample == 2 ? MemoryMarshal.Cast<byte, ushort>(frame) : [];
        var count = frame.Length / bytesPerSample;
        for (var i = 0; i < count; i++)
        {
            int sample = bytesPerSample == 2 ? wide[i] : frame[i];
            var signs = Mix(_samples++);
            for (var k = 0; k < Sums; k++)
            {
                // Minus for a bit of 1: sample ^ -1 + 1 = -sample.
                var negative = -(int)(signs >> k & 1);
                _sums[k] += (sample ^ negative) - negative;
            }
        }
    }

    public ImmutableArray<long> Finish() => [.. _sums];

    /// <summary>The root mean square error between this series and one whose sums are given, in units of samples.</summary>
    public double Difference(ImmutableArray<long> other) =>
        _samples == 0 ? 0 : Math.Sqrt(_sums.Zip(other, (a, b) => (double)(a - b) * (a - b)).Average() / _samples);

    /// <summary>The finaliser of SplitMix64.</summary>
    private static ulong Mix(ulong number)
    {
        var z = (number + 1) * 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
