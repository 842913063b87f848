using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Evaluation.Regions;

/// <summary>
/// Watches an encoder at work and adds up the errors inside and outside of a mask. Hand <see cref="Take"/> to
/// EncodeSettings.OnReconstruction; frames must come one at a time.
/// </summary>
public sealed class RegionSampler
{
    private readonly PreparedSeries _prepared;
    private readonly SliceUnmapping _unmapping;
    private readonly int[] _stored;
    private readonly ushort[] _source;
    private readonly bool[] _padding;
    private readonly double[] _squared = new double[2];
    private readonly long[] _voxels = new long[2];

    /// <param name="prepared">What is encoded.</param>
    /// <param name="mask">Of the series' size.</param>
    public RegionSampler(PreparedSeries prepared, LabelMap mask)
    {
        var volume = prepared.Series.Volume;
        (_prepared, Mask) = (prepared, mask);
        _unmapping = new SliceUnmapping(volume.Columns, volume.Rows, prepared.Frames.Format, prepared.Frames.Mapping);
        (_stored, _source, _padding) = (new int[volume.PixelsPerSlice], new ushort[volume.PixelsPerSlice], new bool[volume.PixelsPerSlice]);
    }

    public LabelMap Mask { get; }

    /// <param name="frame">Index in coding order.</param>
    /// <param name="planarFrame">In the coded frame format; not needed after the call.</param>
    public void Take(int frame, ReadOnlyMemory<byte> planarFrame)
    {
        _unmapping.Luma(frame, planarFrame.Span);
        _prepared.Series.Volume.ReadSlice(frame, _stored);
        _prepared.Frames.Mapping.ToCode(frame, _stored, _source);
        Array.Clear(_padding);
        foreach (var run in _prepared.Padding.Slice(frame))
        {
            _padding.AsSpan(run.Start, run.Length).Fill(true);
        }

        var labels = Mask.Slice(frame);
        var codes = _unmapping.Codes;
        for (var i = 0; i < codes.Length; i++)
        {
            if (!_padding[i])
            {
                var region = labels[i] != 0 ? 1 : 0;
                double difference = codes[i] - _source[i];
                _squared[region] += difference * difference;
                _voxels[region]++;
            }
        }
    }

    /// <param name="bits">Of the same encode; null where nothing measured them.</param>
    public RegionFigures Figures(BlockBits? bits)
    {
        var split = bits?.Split(Mask);
        return new RegionFigures(
            new RegionError(_voxels[1], _squared[1], split?.Inside),
            new RegionError(_voxels[0], _squared[0], split?.Outside),
            _prepared.Frames.Format.LargestCode,
            split?.Other);
    }
}
