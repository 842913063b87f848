using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Prepare;

/// <summary>Where padding lies in every slice, so that it comes back exactly and costs the video nothing.</summary>
public sealed class PaddingRuns
{
    private readonly PaddingRun[][] _slices;

    public PaddingRuns(PaddingRun[][] slices) => _slices = slices;

    public bool IsEmpty => _slices.All(s => s.Length == 0);

    public int Slices => _slices.Length;

    public ReadOnlySpan<PaddingRun> Slice(int z) => _slices[z];

    public static PaddingRuns Find(Volume volume)
    {
        var slices = new PaddingRun[volume.Slices][];
        if (volume.Padding is not { } padding)
        {
            Array.Fill(slices, []);
            return new PaddingRuns(slices);
        }

        var values = new int[volume.PixelsPerSlice];
        var runs = new List<PaddingRun>();
        for (var z = 0; z < slices.Length; z++)
        {
            volume.ReadSlice(z, values);
            runs.Clear();
            for (var i = 0; i < values.Length; i++)
            {
                if (!padding.Contains(values[i]))
                {
                    continue;
                }

                var start = i;
                while (i + 1 < values.Length && values[i + 1] == values[start])
                {
                    i++;
                }

                runs.Add(new PaddingRun(start, i - start + 1, values[start]));
            }

            slices[z] = [.. runs];
        }

        return new PaddingRuns(slices);
    }

    /// <summary>Puts the padding values of slice <paramref name="z"/> back.</summary>
    public void Restore(int z, Span<int> stored)
    {
        foreach (var run in _slices[z])
        {
            stored.Slice(run.Start, run.Length).Fill(run.Value);
        }
    }
}
