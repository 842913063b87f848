using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Dicom.Pixels;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Imaging.Dicom.Writing;

/// <summary>Turns stored values into the Pixel Data of one file, frame by frame.</summary>
internal sealed class OutputPixels(PixelLayout layout, string transferSyntax, IDicomLibrary library)
{
    private readonly byte[][] _frames = new byte[layout.Frames][];
    private int _count;

    public bool IsComplete => _count == layout.Frames;

    /// <summary>Lowest and highest stored value so far.</summary>
    public (int Low, int High) Range { get; private set; } = (int.MaxValue, int.MinValue);

    public void Set(int frame, ReadOnlySpan<int> stored)
    {
        var samples = new byte[layout.FrameBytes];
        StoredBits.Place(stored, layout, samples);
        var (low, high) = Range;
        foreach (var value in stored)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        Range = (low, high);
        _count += _frames[frame] is null ? 1 : 0;
        _frames[frame] = transferSyntax == TransferSyntaxes.ExplicitLittleEndian ? samples : Encoded(samples);
    }

    public DicomElement ToElement()
    {
        if (transferSyntax != TransferSyntaxes.ExplicitLittleEndian)
        {
            return new DicomElement(DicomTags.PixelData, Vr.OB, [ReadOnlyMemory<byte>.Empty, .. _frames.Select(f => new ReadOnlyMemory<byte>(f))]);
        }

        var vr = layout.BitsAllocated > 8 ? Vr.OW : Vr.OB;
        return new DicomElement(DicomTags.PixelData, vr, _frames.Length == 1 ? _frames[0] : Joined());
    }

    private byte[] Joined()
    {
        var all = new byte[layout.FrameBytes * layout.Frames];
        for (var i = 0; i < _frames.Length; i++)
        {
            _frames[i].CopyTo(all, i * layout.FrameBytes);
        }

        return all;
    }

    private byte[] Encoded(byte[] samples)
    {
        var encoded = library.Encode(layout, transferSyntax, samples);
        if (encoded is null || !IsExact(samples, encoded))
        {
            throw new ToolException($"GDCM cannot keep {layout.Columns}x{layout.Rows} pixels of {layout.BitsStored} bits exactly as {TransferSyntaxes.Name(transferSyntax)}; choose --transfer-syntax explicit");
        }

        return encoded;
    }

    /// <summary>Lossless is a promise; it is kept by looking.</summary>
    private bool IsExact(byte[] samples, byte[] encoded)
    {
        try
        {
            var (decoded, kept, _) = FrameDecoder.Decode(encoded, transferSyntax, layout, library);
            StoredBits.Extract(decoded, kept);
            return samples.AsSpan().SequenceEqual(decoded);
        }
        catch (DicomFormatException)
        {
            return false;
        }
    }
}
