using System.Collections.Immutable;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Segmentation.Train.Sampling;

/// <summary>Which slices of a volume hold which class, so that a patch round foreground is found without looking everywhere.</summary>
public sealed class ForegroundIndex
{
    private readonly TrainingVolume _volume;
    private readonly ImmutableArray<(byte Class, ImmutableArray<(int Slice, int Pixels)> Slices)> _classes;

    public ForegroundIndex(TrainingVolume volume)
    {
        _volume = volume;
        var counts = new int[256];
        var slices = new List<(int Slice, int Pixels)>[256];
        for (var z = 0; z < volume.Labels.Length; z++)
        {
            Array.Clear(counts);
            foreach (var label in volume.Labels[z])
            {
                counts[label]++;
            }

            for (var k = 1; k < counts.Length; k++)
            {
                if (counts[k] > 0)
                {
                    (slices[k] ??= []).Add((z, counts[k]));
                }
            }
        }

        _classes = [.. Enumerable.Range(1, 255).Where(k => slices[k] is not null).Select(k => ((byte)k, slices[k].ToImmutableArray()))];
    }

    public bool IsEmpty => _classes.IsEmpty;

    /// <summary>A random pixel of a random slice that holds a random class; all three are drawn evenly.</summary>
    /// <exception cref="InvalidOperationException">The volume has no foreground.</exception>
    public (int Slice, int Column, int Row) Draw(Random random)
    {
        if (IsEmpty)
        {
            throw new InvalidOperationException("the volume has no foreground");
        }

        var (wanted, slices) = _classes[random.Next(_classes.Length)];
        var (slice, pixels) = slices[random.Next(slices.Length)];
        var left = random.Next(pixels);
        var labels = _volume.Labels[slice];
        var at = Array.IndexOf(labels, wanted);
        for (; left > 0; left--)
        {
            at = Array.IndexOf(labels, wanted, at + 1);
        }

        return (slice, at % _volume.Planes.Columns, at / _volume.Planes.Columns);
    }
}
