using System.Collections.Immutable;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Nifti;

/// <summary>
/// Collects slices whose sample format is known only when all have been seen: each is held in the smallest format that fits it, and
/// all are brought to one format at the end. So a float32 file never needs more memory than its final volume and one slice.
/// </summary>
internal sealed class NiftiSliceStack
{
    private readonly List<(byte[] Samples, SampleFormat Format)> _slices = [];
    private int _lowest;
    private int _highest;

    public void Add(ReadOnlySpan<int> values)
    {
        var (low, high) = (values[0], values[0]);
        foreach (var value in values)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        (_lowest, _highest) = _slices.Count == 0 ? (low, high) : (Math.Min(_lowest, low), Math.Max(_highest, high));
        var format = Smallest(low, high);
        var samples = new byte[values.Length * format.Bytes()];
        Volume.Narrow(values, format, samples);
        _slices.Add((samples, format));
    }

    public (SampleFormat Format, ImmutableArray<ReadOnlyMemory<byte>> Slices) ToVolumeSlices()
    {
        var format = Smallest(_lowest, _highest);
        var slices = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>(_slices.Count);
        for (var z = 0; z < _slices.Count; z++)
        {
            slices.Add(Convert(_slices[z].Samples, _slices[z].Format, format));
            _slices[z] = default;
        }

        return (format, slices.MoveToImmutable());
    }

    internal static SampleFormat Smallest(int low, int high) => (low, high) switch
    {
        ( >= 0, <= byte.MaxValue) => SampleFormat.UInt8,
        ( >= sbyte.MinValue, <= sbyte.MaxValue) => SampleFormat.Int8,
        ( >= 0, <= ushort.MaxValue) => SampleFormat.UInt16,
        ( >= short.MinValue, <= short.MaxValue) => SampleFormat.Int16,
        _ => SampleFormat.Int32,
    };

    private static byte[] Convert(byte[] samples, SampleFormat from, SampleFormat to)
    {
        if (from == to)
        {
            return samples;
        }

        var values = new int[samples.Length / from.Bytes()];
        Volume.Widen(samples, from, values);
        var converted = new byte[values.Length * to.Bytes()];
        Volume.Narrow(values, to, converted);
        return converted;
    }
}
