using System.Collections.Immutable;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.EndToEnd.Support;

/// <summary>A small volume that looks different from every side: an L, a slope and some noise, so that no mirroring goes unnoticed.</summary>
internal static class SyntheticVolume
{
    /// <param name="columns">Width.</param>
    /// <param name="rows">Height.</param>
    /// <param name="slices">Depth.</param>
    /// <param name="low">Smallest stored value that may occur.</param>
    /// <param name="high">Largest stored value that may occur; both do occur in volumes of four voxels or more.</param>
    /// <param name="format">Must hold both.</param>
    public static Volume Make(
        int columns = 96, int rows = 80, int slices = 6, int low = -1000, int high = 1500, SampleFormat format = SampleFormat.Int16)
    {
        var random = new Random(20);
        var blocks = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>(slices);
        var values = new int[columns * rows];
        for (var z = 0; z < slices; z++)
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = Math.Clamp(low + (int)((high - (long)low) * Level(i % columns, i / columns, z) / 256) + Noise(), low, high);
            }

            (values[0], values[^1]) = (low, high);
            var bytes = new byte[values.Length * format.Bytes()];
            Volume.Narrow(values, format, bytes);
            blocks.Add(bytes);
        }

        return new Volume(columns, rows, format, blocks.MoveToImmutable())
        {
            Geometry = Oblique(slices),
            Rescales = [new Rescale(1, format.IsSigned() ? 0 : -1024)],
        };

        int Noise() => (int)((high - (long)low) / 300 * random.Next(-2, 3));

        int Level(int x, int y, int z)
        {
            var inL = (x > columns / 8 && x < columns / 4 && y > rows / 8 && y < rows * 3 / 4) || (y > rows / 2 && y < rows * 3 / 4 && x < columns / 2 + z);
            return inL && x > columns / 8 ? 200 - (5 * z) : 40 + (60 * x / columns) + (30 * y / rows) + (2 * z);
        }
    }

    /// <summary>Turned about two axes, spacings all different.</summary>
    private static Geometry Oblique(int slices) => Geometry.Regular(
        new Vector3(-11.5, 22.25, -333.75), new Vector3(0.8, 0.6, 0), new Vector3(-0.36, 0.48, 0.8), 0.75, 0.5, 2.5, slices);
}
