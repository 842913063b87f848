using System.Collections.Immutable;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Tests.Data;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Segmentation.Tests.Support;

/// <summary>A task that a small network learns in seconds: a brighter disc in noise, three slices of 32 x 32.</summary>
internal static class Discs
{
    public const int Size = 32;

    private const int Slices = 3;

    public static ModelTask Task { get; } = TestTask.Of(1) with { Network = new NetworkLayout(NetworkKind.Unet2d, [8, 16], 4) };

    public static LabelledSeries Series(string name, int seed)
    {
        var random = new Random(seed);
        var labels = new byte[Slices * Size * Size];
        var slices = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        for (var z = 0; z < Slices; z++)
        {
            var (cx, cy, radius) = (random.Next(10, 22), random.Next(10, 22), random.Next(5, 9));
            var samples = new byte[Size * Size];
            for (var i = 0; i < samples.Length; i++)
            {
                var (dx, dy) = ((i % Size) - cx, (i / Size) - cy);
                var isInside = (dx * dx) + (dy * dy) <= radius * radius;
                labels[(z * samples.Length) + i] = isInside ? (byte)1 : (byte)0;
                samples[i] = (byte)((isInside ? 150 : 90) + random.Next(-40, 41));
            }

            slices.Add(samples);
        }

        var volume = new Volume(Size, Size, SampleFormat.UInt8, slices.ToImmutable());
        var headers = new SourceHeaders(SourceKind.Nifti, [], [.. Enumerable.Range(0, Slices).Select(z => new SliceOrigin(0, z))]);
        return new LabelledSeries(name, new ImageSeries(name, name, "CT", volume, headers, 1, []), new LabelMap(Size, Size, Slices, labels, null));
    }

    public static ImmutableArray<LabelledSeries> Many(int count, int seed = 1) =>
        [.. Enumerable.Range(0, count).Select(i => Series($"case-{i}", (1000 * seed) + i))];

    public static ImmutableArray<TrainingCase> Cases(int count, int seed = 1) => [.. Many(count, seed).Select(s => CaseReader.Prepare(s, Task))];
}
