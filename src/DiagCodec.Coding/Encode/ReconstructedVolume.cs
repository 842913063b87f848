using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Encode;

/// <summary>
/// Gathers what the encoder reconstructs as a volume: what a decoder will make of the video, padding restored. Costs as much memory as
/// the source's samples. Hand <see cref="Take"/> to EncodeSettings.OnReconstruction; frames must come one at a time.
/// </summary>
public sealed class ReconstructedVolume
{
    private readonly Volume _source;
    private readonly PaddingRuns _padding;
    private readonly SliceUnmapping _unmapping;
    private readonly ReadOnlyMemory<byte>[] _slices;

    /// <param name="source">What is encoded.</param>
    /// <param name="format">Of the coded frames.</param>
    /// <param name="mapping">As at encoding.</param>
    /// <param name="padding">Of <paramref name="source"/>.</param>
    public ReconstructedVolume(Volume source, FrameFormat format, SampleMapping mapping, PaddingRuns padding)
    {
        (_source, _padding) = (source, padding);
        _unmapping = new SliceUnmapping(source.Columns, source.Rows, format, mapping);
        _slices = new ReadOnlyMemory<byte>[source.Slices];
    }

    /// <param name="frame">Index in coding order.</param>
    /// <param name="planarFrame">In the coded frame format; not needed after the call.</param>
    public void Take(int frame, ReadOnlyMemory<byte> planarFrame)
    {
        var stored = _unmapping.Luma(frame, planarFrame.Span);
        _padding.Restore(frame, stored);
        var bytes = new byte[_source.PixelsPerSlice * _source.Format.Bytes()];
        Volume.Narrow(stored, _source.Format, bytes);
        _slices[frame] = bytes;
    }

    /// <summary>On the source's grid, with its meaning.</summary>
    /// <exception cref="ArgumentException">Not every frame has come.</exception>
    public Volume ToVolume() => _source.WithSamples([.. _slices]);
}
