using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Prepare;

/// <summary>The way back of <see cref="FrameSequence"/>: a decoded frame is cropped and its code values become stored values.</summary>
public sealed class SliceUnmapping
{
    private readonly FrameFormat _picture;
    private readonly FrameFormat _format;
    private readonly SampleMapping _mapping;
    private readonly ushort[] _code;
    private readonly int[] _stored;

    /// <param name="columns">Width of the slice.</param>
    /// <param name="rows">Height of the slice.</param>
    /// <param name="format">Format of the coded frames.</param>
    /// <param name="mapping">As at encoding.</param>
    public SliceUnmapping(int columns, int rows, FrameFormat format, SampleMapping mapping)
    {
        _picture = format with { Width = columns, Height = rows };
        _format = format;
        _mapping = mapping;
        _code = new ushort[_picture.LumaSamples];
        _stored = new int[_picture.LumaSamples];
    }

    /// <summary>Code values of the slice that <see cref="Luma"/> took last.</summary>
    public ReadOnlySpan<ushort> Codes => _code;

    /// <summary>Stored values of a slice, padding not yet restored; overwritten by the next call.</summary>
    public Span<int> Luma(int slice, ReadOnlySpan<byte> frame)
    {
        PlanePadding.Crop(frame[..(_format.LumaSamples * _format.BytesPerSample)], _format.Width, _format.Height, _code, _picture.Width, _picture.Height);
        _mapping.ToStored(slice, _code, _stored);
        return _stored;
    }

    /// <summary>U, then V, in the sample format of the source; lossy codes above what its bits hold become the largest value.</summary>
    public ReadOnlySpan<byte> Chroma(ReadOnlySpan<byte> frame, SampleFormat format, int bitsStored)
    {
        if (_format.Chroma == ChromaFormat.Luma400)
        {
            return [];
        }

        var planeBytes = _format.ChromaSamples * _format.BytesPerSample;
        var codes = new ushort[2 * _picture.ChromaSamples];
        for (var plane = 0; plane < 2; plane++)
        {
            PlanePadding.Crop(
                frame.Slice((_format.LumaSamples * _format.BytesPerSample) + (plane * planeBytes), planeBytes),
                _format.ChromaWidth,
                _format.ChromaHeight,
                codes.AsSpan(plane * _picture.ChromaSamples, _picture.ChromaSamples),
                _picture.ChromaWidth,
                _picture.ChromaHeight);
        }

        var bytes = new byte[codes.Length * format.Bytes()];
        var largest = (1 << bitsStored) - 1;
        Volume.Narrow(Array.ConvertAll(codes, c => Math.Min(c, largest)), format, bytes);
        return bytes;
    }
}
