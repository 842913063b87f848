using DiagCodec.Coding.Plans;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Allocation.Maps;

/// <summary>
/// The share S of foreground (any class but 0) among the slice's pixels of every block. Pixels that only fill up the frame count
/// nowhere; a block without a pixel of the slice has S = 0.
/// </summary>
public sealed class MaskShares
{
    private readonly LabelMap _mask;
    private readonly int _blockSize;
    private readonly int _columns;
    private readonly int _rows;

    /// <exception cref="ArgumentException">The request has no mask, or it does not lie within the frames.</exception>
    public MaskShares(AllocationRequest request)
    {
        _mask = request.Mask ?? throw new ArgumentException("the request has no mask", nameof(request));
        if (_mask.Columns > request.Format.Width || _mask.Rows > request.Format.Height || _mask.Slices != request.Frames)
        {
            throw new ArgumentException(
                $"a mask of {_mask.Columns}x{_mask.Rows}x{_mask.Slices} for {request.Frames} frames of {request.Format.Width}x{request.Format.Height}", nameof(request));
        }

        (_blockSize, _columns, _rows) = (request.BlockSize, request.Columns, request.Rows);
    }

    /// <summary>Columns * Rows shares, 0 to 1, in raster order.</summary>
    public double[] Of(int frame)
    {
        var (foreground, pixels) = (new int[_columns * _rows], new int[_columns * _rows]);
        var labels = _mask.Slice(frame);
        for (var y = 0; y < _mask.Rows; y++)
        {
            var row = labels.Slice(y * _mask.Columns, _mask.Columns);
            for (var x = 0; x < row.Length; x++)
            {
                var block = (y / _blockSize * _columns) + (x / _blockSize);
                pixels[block]++;
                foreground[block] += row[x] != 0 ? 1 : 0;
            }
        }

        return [.. foreground.Zip(pixels, (f, p) => p == 0 ? 0 : (double)f / p)];
    }
}
