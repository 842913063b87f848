using System.Collections.Concurrent;
using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Dicom.Pixels;

namespace DiagCodec.Imaging.Dicom.Gdcm;

/// <summary>GDCM 3.0 behind <see cref="IDicomLibrary"/>; the only folder that knows its types. It never sees a file, only codestreams.</summary>
internal sealed class GdcmLibrary : IDicomLibrary
{
    // GDCM gives an encoder 4 bytes a pixel for its output and does not look when headers of a tiny image need more.
    private const int FewestPixelsEncoded = 1024;

    private readonly ConcurrentDictionary<DicomTag, Vr> _vrs = [];
    private readonly gdcm.Dicts _dictionary;

    /// <exception cref="Faults.ToolException">GDCM is not installed.</exception>
    public GdcmLibrary()
    {
        GdcmNative.Ensure();
        _dictionary = gdcm.Global.GetInstance().GetDicts();
    }

    /// <exception cref="Faults.ToolException">GDCM is not installed.</exception>
    public static string Version()
    {
        GdcmNative.Ensure();
        return $"GDCM {gdcm.Version.GetVersion()}";
    }

    public Vr VrOf(DicomTag tag) => _vrs.GetOrAdd(tag, LookUp);

    public bool CanDecode(string transferSyntax)
    {
        using var codec = CodecFor(transferSyntax);
        return codec is not null;
    }

    public byte[]? Decode(PixelLayout layout, string transferSyntax, ReadOnlyMemory<byte> codestream)
    {
        // Not through gdcm.Image: what its JPEG decoder cannot read it hands, as a file in /tmp, to another program.
        using var codec = CodecFor(transferSyntax);
        if (codec is null)
        {
            return null;
        }

        Describe(codec, layout);
        using var fragment = new gdcm.Fragment();
        fragment.SetByteValue(Even(codestream), new gdcm.VL((uint)(codestream.Length + (codestream.Length & 1))));
        using var fragments = gdcm.SequenceOfFragments.New();
        fragments.AddFragment(fragment);
        using var pixels = new gdcm.DataElement(new gdcm.Tag(DicomTags.PixelData.Number));
        pixels.SetVR(new gdcm.VR(gdcm.VR.VRType.OB));
        pixels.SetValue(fragments.__deref__());
        using var decoded = new gdcm.DataElement(new gdcm.Tag(DicomTags.PixelData.Number));
        return codec.Decode(pixels, decoded) ? Content(decoded, layout.FrameBytes) : null;
    }

    public byte[]? Encode(PixelLayout layout, string transferSyntax, byte[] samples)
    {
        if (layout.BitsAllocated > 16 || layout.Columns * layout.Rows < FewestPixelsEncoded)
        {
            return null;
        }

        var content = transferSyntax == TransferSyntaxes.JpegLsLossless ? StoredBits.WithoutSign(samples, layout) : samples;
        using var pixels = new gdcm.DataElement(new gdcm.Tag(DicomTags.PixelData.Number));
        pixels.SetByteValue(content, new gdcm.VL((uint)content.Length));
        using var encoded = new gdcm.DataElement(new gdcm.Tag(DicomTags.PixelData.Number));

        // Not through ImageChangeTransferSyntax: it and the binding both believe they own the image, and free it twice.
        switch (transferSyntax)
        {
            case TransferSyntaxes.JpegLsLossless:
                using (var codec = new gdcm.JPEGLSCodec())
                {
                    Describe(codec, layout);
                    codec.SetLossless(true);
                    return codec.Code(pixels, encoded) ? FirstFragment(encoded) : null;
                }

            case TransferSyntaxes.Jpeg2000Lossless:
                using (var codec = new gdcm.JPEG2000Codec())
                {
                    Describe(codec, layout);
                    codec.SetReversible(true);
                    return codec.Code(pixels, encoded) ? FirstFragment(encoded) : null;
                }

            default:
                return null;
        }
    }

    private static void Describe(gdcm.ImageCodec codec, PixelLayout layout)
    {
        using var dimensions = new gdcm.UIntArrayType { (uint)layout.Columns, (uint)layout.Rows, 1 };
        codec.SetNumberOfDimensions(2);
        codec.SetDimensions(dimensions);
        codec.SetPixelFormat(FormatOf(layout));
        codec.SetPhotometricInterpretation(new gdcm.PhotometricInterpretation(gdcm.PhotometricInterpretation.PIType.MONOCHROME2));
    }

    private static byte[]? Content(gdcm.DataElement element, long length)
    {
        // GDCM fills values up to an even length, decoded frames too.
        var bytes = element.GetByteValue();
        var content = new byte[length];
        return bytes is not null && (uint)bytes.GetLength() == length + (length & 1) && bytes.GetBuffer(content, (uint)length) ? content : null;
    }

    private static byte[]? FirstFragment(gdcm.DataElement encoded)
    {
        var fragments = encoded.GetSequenceOfFragments();
        if (fragments is null || fragments.GetNumberOfFragments() != 1)
        {
            return null;
        }

        var bytes = fragments.GetFragment(0).GetByteValue();
        var content = new byte[(uint)bytes.GetLength()];
        return bytes.GetBuffer(content, (uint)content.Length) ? content : null;
    }

    private static gdcm.PixelFormat FormatOf(PixelLayout layout) =>
        new(1, (ushort)layout.BitsAllocated, (ushort)layout.BitsStored, (ushort)(layout.BitsStored - 1), (ushort)(layout.IsSigned ? 1 : 0));

    private static byte[] Even(ReadOnlyMemory<byte> codestream)
    {
        var even = new byte[codestream.Length + (codestream.Length & 1)];
        codestream.CopyTo(even);
        return even;
    }

    private static gdcm.ImageCodec? CodecFor(string uid) => uid switch
    {
        TransferSyntaxes.JpegBaseline or TransferSyntaxes.JpegExtended or TransferSyntaxes.JpegSpectralSelection
            or TransferSyntaxes.JpegFullProgression or TransferSyntaxes.JpegLossless or TransferSyntaxes.JpegLosslessSv1 => new gdcm.JPEGCodec(),
        TransferSyntaxes.JpegLsLossless or TransferSyntaxes.JpegLsNearLossless => new gdcm.JPEGLSCodec(),
        TransferSyntaxes.Jpeg2000Lossless or TransferSyntaxes.Jpeg2000
            or TransferSyntaxes.Jpeg2000Part2Lossless or TransferSyntaxes.Jpeg2000Part2 => new gdcm.JPEG2000Codec(),
        _ => null,
    };

    private Vr LookUp(DicomTag tag)
    {
        lock (_dictionary)
        {
            using var key = new gdcm.Tag(tag.Group, tag.Element);
            return _dictionary.GetDictEntry(key).GetVR().toString() switch
            {
                "US or SS" or "US or SS or OW" => Vr.UnsignedOrSigned,
                "OB or OW" or "US or OW" => Vr.OW,
                [var first, var second] and not "??" => new Vr(first, second),
                _ => Vr.UN,
            };
        }
    }
}
