using System.Runtime.InteropServices;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Prepare;

/// <summary>
/// A volume as the encoder sees it: slices in coding order, mapped to code values, padding replaced by a quiet value, small slices
/// extended to the smallest picture. Frames are made one at a time.
/// </summary>
public sealed class FrameSequence
{
    private readonly Volume _volume;
    private readonly PaddingRuns _padding;
    private readonly int _fill;
    private readonly int[] _stored;
    private readonly ushort[] _code;

    public FrameSequence(Volume volume, SampleMapping mapping, PaddingRuns padding, ChromaFormat chroma)
    {
        _volume = volume;
        _padding = padding;
        Mapping = mapping;
        Picture = new FrameFormat(volume.Columns, volume.Rows, mapping.BitDepth, chroma);
        Format = Picture.Coded();
        _stored = new int[volume.PixelsPerSlice];
        _code = new ushort[volume.PixelsPerSlice];
        _fill = padding.IsEmpty ? 0 : QuietValue();
    }

    /// <summary>What is coded.</summary>
    public FrameFormat Format { get; }

    /// <summary>The part of a frame that holds the slice: its upper left corner, of this size.</summary>
    public FrameFormat Picture { get; }

    public SampleMapping Mapping { get; }

    public int Count => _volume.Slices;

    /// <summary>Makes frame <paramref name="index"/>; not for several threads at once.</summary>
    public void Write(int index, Span<byte> frame)
    {
        _volume.ReadSlice(index, _stored);
        foreach (var run in _padding.Slice(index))
        {
            _stored.AsSpan(run.Start, run.Length).Fill(_fill);
        }

        Mapping.ToCode(index, _stored, _code);
        PlanePadding.Extend(_code, Picture.Width, Picture.Height, frame[..(Format.LumaSamples * Format.BytesPerSample)], Format.Width, Format.Height);
        if (Format.Chroma == ChromaFormat.Chroma420)
        {
            WriteChroma(index, frame[(Format.LumaSamples * Format.BytesPerSample)..]);
        }
    }

    private void WriteChroma(int index, Span<byte> planes)
    {
        if (_volume.Chroma is not { } chroma)
        {
            FillNeutral(planes);
            return;
        }

        var bytes = Format.ChromaSamples * Format.BytesPerSample;
        var source = new int[2 * Picture.ChromaSamples];
        Volume.Widen(chroma[index].Span, _volume.Format, source);
        var codes = Array.ConvertAll(source, v => (ushort)v);
        for (var plane = 0; plane < 2; plane++)
        {
            var from = codes.AsSpan(plane * Picture.ChromaSamples, Picture.ChromaSamples);
            PlanePadding.Extend(from, Picture.ChromaWidth, Picture.ChromaHeight, planes.Slice(plane * bytes, bytes), Format.ChromaWidth, Format.ChromaHeight);
        }
    }

    private void FillNeutral(Span<byte> planes)
    {
        var middle = 1 << (Format.BitDepth - 1);
        if (Format.BytesPerSample == 1)
        {
            planes.Fill((byte)middle);
        }
        else
        {
            MemoryMarshal.Cast<byte, ushort>(planes).Fill((ushort)middle);
        }
    }

    /// <summary>The mean of the voxels that border padding: an edge towards it would cost bits for nothing.</summary>
    private int QuietValue()
    {
        var (sum, count) = (0L, 0L);
        for (var z = 0; z < _volume.Slices; z++)
        {
            _volume.ReadSlice(z, _stored);
            foreach (var run in _padding.Slice(z))
            {
                Add(run.Start - 1);
                Add(run.Start + run.Length);
            }
        }

        return count == 0 ? Mapping.Low : (int)(sum / count);

        void Add(int i)
        {
            if (i >= 0 && i < _stored.Length && _volume.Padding?.Contains(_stored[i]) == false)
            {
                sum += _stored[i];
                count++;
            }
        }
    }
}
