using System.Collections.Immutable;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Evaluation.Regions;

/// <summary>The bits of a video by place: what each coding unit took in the bitstream, spread evenly over its pixels.</summary>
/// <param name="Columns">Blocks of <see cref="Size"/> in a row.</param>
/// <param name="Frames">Bits of every frame's blocks in raster order, and of the whole frame.</param>
public sealed record BlockBits(int Columns, ImmutableArray<(double Total, ImmutableArray<float> Blocks)> Frames)
{
    public const int Size = 8;

    /// <summary>Every block's bits are parted as its pixels are; pixels that only fill up the frame are outside.</summary>
    public (double Inside, double Outside, double Other) Split(LabelMap mask)
    {
        var (inside, outside, other) = (0.0, 0.0, 0.0);
        for (var z = 0; z < Frames.Length; z++)
        {
            var (total, blocks) = Frames[z];
            var foreground = ForegroundPixels(mask.Slice(z), mask.Columns, mask.Rows, blocks.Length);
            other += total;
            for (var b = 0; b < blocks.Length; b++)
            {
                var within = blocks[b] * foreground[b] / (Size * Size);
                inside += within;
                outside += blocks[b] - within;
                other -= blocks[b];
            }
        }

        return (inside, outside, other);
    }

    private double[] ForegroundPixels(ReadOnlySpan<byte> labels, int columns, int rows, int blocks)
    {
        var counts = new double[blocks];
        for (var y = 0; y < rows; y++)
        {
            for (var x = 0; x < columns; x++)
            {
                counts[(y / Size * Columns) + (x / Size)] += labels[(y * columns) + x] != 0 ? 1 : 0;
            }
        }

        return counts;
    }
}
