using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Decode;

/// <summary>Takes decoded slices like a writer does and compares them with the volume they came from.</summary>
public sealed class SourceComparison : ISliceWriter
{
    private readonly Volume _volume;
    private readonly int[] _source;
    private long _largest;
    private long _sum;
    private long _paddingErrors;

    /// <param name="series">The source.</param>
    /// <param name="source">What the archive says of its source.</param>
    /// <exception cref="VerificationException">The archive was made from slices of another size or number.</exception>
    public SourceComparison(ImageSeries series, Archive.SourceSection source)
    {
        _volume = series.Volume;
        if ((_volume.Columns, _volume.Rows, _volume.Slices) != (source.Columns, source.Rows, source.Slices))
        {
            throw new VerificationException(
                $"{series.Path}: {_volume.Columns}x{_volume.Rows}x{_volume.Slices} voxels, but the archive holds {source.Columns}x{source.Rows}x{source.Slices}");
        }

        _source = new int[_volume.PixelsPerSlice];
    }

    public SourceDifference Result => new(_largest, (double)_sum / ((long)_volume.PixelsPerSlice * _volume.Slices), _paddingErrors);

    public void Write(int slice, ReadOnlySpan<int> stored, ReadOnlySpan<byte> chroma)
    {
        _volume.ReadSlice(slice, _source);
        for (var i = 0; i < _source.Length; i++)
        {
            var error = Math.Abs((long)_source[i] - stored[i]);
            _largest = Math.Max(_largest, error);
            _sum += error;
            if (error != 0 && _volume.Padding is { } padding && (padding.Contains(_source[i]) || padding.Contains(stored[i])))
            {
                _paddingErrors++;
            }
        }
    }

    public void Complete()
    {
    }

    public void Dispose()
    {
    }
}
