using System.Collections.Immutable;
using DiagCodec.Networks.Splits;
using DiagCodec.Segmentation.Input;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.LearnedCodecs.Orchestrated.Train;

/// <summary>Cuts cubes out of volumes at random, mirrored from left to right half the time; beyond a volume's border its last voxels go on.</summary>
internal sealed class CubeSampler(ImmutableArray<TrainingCase> cases, OrchestratedOptions options)
{
    public OrchestratedBatch Draw(int number)
    {
        var random = new SplitRandom(((ulong)(uint)options.Seed << 32) + (uint)number);
        var size = options.Patch;
        var (images, labels) = (new float[options.Batch * size * size * size], new long[options.Batch * size * size * size]);
        for (var i = 0; i < options.Batch; i++)
        {
            var place = new Range(i * size * size * size, (i + 1) * size * size * size);
            Cut(cases[random.Below(cases.Length)].Source, random, images.AsSpan(place), labels.AsSpan(place));
        }

        return new OrchestratedBatch(images, labels, options.Batch, [size, size, size]);
    }

    private void Cut(TrainingVolume volume, SplitRandom random, Span<float> image, Span<long> labels)
    {
        var (planes, size) = (volume.Planes, options.Patch);
        var (x, y, z) = (Start(planes.Columns), Start(planes.Rows), Start(planes.Slices.Length));
        var isMirrored = random.Below(2) == 1;
        for (var i = 0; i < image.Length; i++)
        {
            var (u, v, w) = (i % size, i / size % size, i / size / size);
            var column = Math.Min(planes.Columns - 1, x + (isMirrored ? size - 1 - u : u));
            var at = (Math.Min(planes.Rows - 1, y + v) * planes.Columns) + column;
            var slice = Math.Min(planes.Slices.Length - 1, z + w);
            image[i] = planes.Slices[slice][at] / InputPlanes.Scale;
            labels[i] = volume.Labels[slice][at];
        }

        int Start(int length) => length > size ? random.Below(length - size + 1) : 0;
    }
}
