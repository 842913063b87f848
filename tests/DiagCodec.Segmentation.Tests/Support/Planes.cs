using DiagCodec.Segmentation.Input;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Segmentation.Tests.Support;

/// <summary>Planes and training volumes from a rule for their pixels.</summary>
internal static class Planes
{
    public static InputPlanes Of(int columns, int rows, int slices, Func<int, int, int, int> value, int sliceStep = 1) => new(
        columns,
        rows,
        sliceStep,
        [.. Enumerable.Range(0, slices).Select(z => Enumerable.Range(0, columns * rows).Select(i => (ushort)value(i % columns, i / columns, z)).ToArray())]);

    public static TrainingVolume Volume(int columns, int rows, int slices, Func<int, int, int, int> value, Func<int, int, int, int> label, int sliceStep = 1) => new(
        Of(columns, rows, slices, value, sliceStep),
        [.. Enumerable.Range(0, slices).Select(z => Enumerable.Range(0, columns * rows).Select(i => (byte)label(i % columns, i / columns, z)).ToArray())]);

    public static InputPlanes Noise(int columns, int rows, int slices, int seed)
    {
        var random = new Random(seed);
        return Of(columns, rows, slices, (_, _, _) => random.Next(65536));
    }
}
