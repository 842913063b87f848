using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Plans;

/// <summary>
/// The share S of foreground (any class but 0) among the slice's pixels of every block. Pixels that only fill up the frame count
/// nowhere; a block without a pixel of the slice has S = 0.
/// </summary>
public sealed class MaskShares
{
    private readonly LabelMap _mask;
    private readonly int _blockSize;

    /// <param name="mask">One label a pixel of the slices, which are the upper left corner of the frames; one slice a frame.</param>
    /// <param name="format">Size of the coded frames.</param>
    /// <param name="frames">Number of frames.</param>
    /// <param name="blockSize">64, 32 or 16.</param>
    /// <exception cref="ArgumentException">The mask does not lie within the frames.</exception>
    public MaskShares(LabelMap mask, FrameFormat format, int frames, int blockSize)
    {
        if (mask.Columns > format.Width || mask.Rows > format.Height || mask.Slices != frames)
        {
            throw new ArgumentException(
                $"a mask of {mask.Columns}x{mask.Rows}x{mask.Slices} for {frames} frames of {format.Width}x{format.Height}", nameof(mask));
        }

        (_mask, _blockSize) = (mask, blockSize);
        (Columns, Rows) = (QpMap.BlocksAcross(format.Width, blockSize), QpMap.BlocksAcross(format.Height, blockSize));
    }

    /// <summary>Blocks in a row.</summary>
    public int Columns { get; }

    /// <summary>Rows of blocks.</summary>
    public int Rows { get; }

    /// <summary>No slice holds foreground.</summary>
    public bool IsEmpty => !_mask.Labels.Span.ContainsAnyExcept((byte)0);

    /// <summary>Columns * Rows shares, 0 to 1, in raster order.</summary>
    public double[] Of(int frame)
    {
        var (foreground, pixels) = (new int[Columns * Rows], new int[Columns * Rows]);
        var labels = _mask.Slice(frame);
        for (var y = 0; y < _mask.Rows; y++)
        {
            var row = labels.Slice(y * _mask.Columns, _mask.Columns);
            for (var x = 0; x < row.Length; x++)
            {
                var block = (y / _blockSize * Columns) + (x / _blockSize);
                pixels[block]++;
                foreground[block] += row[x] != 0 ? 1 : 0;
            }
        }

        return [.. foreground.Zip(pixels, (f, p) => p == 0 ? 0 : (double)f / p)];
    }
}
