using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Harden;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Segmentation.Tests.Harden;

/// <summary>Small CT series with a square of class 1 in some of their slices.</summary>
internal static class Series
{
    public const int PaddingValue = -2000;

    public const int Columns = 144;

    public const int Rows = 80;

    /// <summary>A square of 16 pixels at (8, 8), within the first block, is foreground in the slices named.</summary>
    public static LabelledSeries Make(int slices, IReadOnlyCollection<int> foreground, int seed = 1, bool padded = false, string name = "case")
    {
        var random = new Random(seed);
        var samples = Enumerable.Range(0, slices).Select(_ =>
        {
            var values = Enumerable.Range(0, Columns * Rows).Select(i => padded && i % Columns < 4 ? PaddingValue : random.Next(0, 3000)).ToArray();
            var bytes = new byte[2 * values.Length];
            Volume.Narrow(values, SampleFormat.Int16, bytes);
            return (ReadOnlyMemory<byte>)bytes;
        });
        var volume = new Volume(Columns, Rows, SampleFormat.Int16, [.. samples])
        {
            Geometry = Geometry.Regular(default, new(1, 0, 0), new(0, 1, 0), 0.5, 0.5, 2, slices),
            Rescales = [.. Enumerable.Range(0, slices).Select(z => new Rescale(1 + z, -1024))],
            Padding = padded ? new PixelPadding(PaddingValue, PaddingValue) : null,
        };
        var headers = new SourceHeaders(SourceKind.Nifti, [], [.. Enumerable.Range(0, slices).Select(z => new SliceOrigin(0, z))]);
        var labels = new byte[slices * Columns * Rows];
        foreach (var z in foreground)
        {
            for (var i = 0; i < 16 * 16; i++)
            {
                labels[(((z * Rows) + 8 + (i / 16)) * Columns) + 8 + (i % 16)] = 1;
            }
        }

        return new LabelledSeries(
            name, new ImageSeries(name, name, "CT", volume, headers, 1, []), new LabelMap(Columns, Rows, slices, labels, volume.Geometry));
    }

    public static ModelTask Task { get; } = new(
        ModelTask.CurrentSchema,
        "test",
        "A test.",
        "CT",
        [new ModelClass(1, "square", new CodedConcept("1", "99TEST", "Square"), new CodedConcept("1", "99TEST", "Square"), "#ff0000")],
        new ModelInput(InputKind.Code, 0, 4095, null, 3, null, null),
        new NetworkLayout(NetworkKind.Unet2d, [8, 16], 4),
        [1],
        new AcceptedInput(["CT"], null, null, null),
        new ModelVariants(new StoredWeights("plain.safetensors", ""), null),
        new TrainingRecord("", 1, "", ""),
        "none");

    public static CodingJob Job(LabelledSeries series, SliceRun run, CodingVariant variant) =>
        new(PreparedSeries.Of(series.Series, null, null, null), series.Truth, run, variant, EncoderPreset.Fast);

    public static int[] Stored(Volume volume, int slice)
    {
        var values = new int[volume.PixelsPerSlice];
        volume.ReadSlice(slice, values);
        return values;
    }
}
