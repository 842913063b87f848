using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Evaluation.Bench.Cases;

/// <summary>Cuts cases to the slices that matter.</summary>
internal static class DensestRun
{
    /// <summary>The run of neighbouring slices with most voxels of the truth's foreground; of equal ones the first.</summary>
    /// <exception cref="InvalidInputException">The case has fewer slices.</exception>
    public static BenchCaseData Cut(LabelledSeries labelled, int count, ImmutableArray<int> foreground)
    {
        var slices = labelled.Truth.Slices;
        if (slices < count)
        {
            throw new InvalidInputException($"{labelled.Series.Path}: has {slices} slices, the experiment takes {count}; leave the case out by data.cases, or lower data.slices");
        }

        var voxels = Foreground(labelled.Truth, foreground);
        var inRun = voxels[..count].Sum();
        var (first, most) = (0, inRun);
        for (var z = count; z < slices; z++)
        {
            inRun += voxels[z] - voxels[z - count];
            if (inRun > most)
            {
                (first, most) = (z - count + 1, inRun);
            }
        }

        return new BenchCaseData(Clip(labelled, first, count), first);
    }

    private static long[] Foreground(LabelMap truth, ImmutableArray<int> foreground)
    {
        var voxels = new long[truth.Slices];
        for (var z = 0; z < voxels.Length; z++)
        {
            foreach (var number in foreground)
            {
                voxels[z] += truth.Slice(z).Count((byte)number);
            }
        }

        return voxels;
    }

    private static LabelledSeries Clip(LabelledSeries labelled, int first, int count)
    {
        var series = labelled.Series;
        return labelled with
        {
            Series = series with
            {
                Volume = series.Volume.Clip(first, count),
                Headers = series.Headers with { Origins = series.Headers.Origins.Slice(first, count) },
            },
            Truth = labelled.Truth.Clip(first, count),
        };
    }
}
