using System.Buffers.Binary;
using System.Runtime.InteropServices;
using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Dicom.Pixels;

/// <summary>The stored values of every frame of a file, and what was odd about the way they were kept.</summary>
/// <param name="Frames">rows * columns samples each, little endian, foreign bits removed.</param>
/// <param name="HadForeignBits">Bits outside Bits Stored were set and are gone.</param>
/// <param name="ExcessBytes">Bytes of Pixel Data beyond the last frame.</param>
/// <param name="IsLossyCodestream">The codestream itself says that its compression loses something.</param>
internal sealed record FramePixels(ReadOnlyMemory<byte>[] Frames, bool HadForeignBits, long ExcessBytes, bool IsLossyCodestream)
{
    /// <remarks>Uncompressed frames are parts of the file's own bytes, put right in place: pixels are held once.</remarks>
    /// <exception cref="DicomFormatException">Pixel data is missing, cut short, or cannot be decoded.</exception>
    public static FramePixels Read(DicomFile file, PixelLayout layout, IDicomLibrary library, CancellationToken cancellation)
    {
        var element = file.DataSet.Find(DicomTags.PixelData) ?? throw new DicomFormatException("has no pixel data");
        var pixels = element.Fragments is null
            ? ReadNative(element.Value, file.TransferSyntax, layout)
            : ReadCompressed(element.Fragments, file.TransferSyntax, layout, library, cancellation);
        return layout.Format == SampleFormat.UInt32 && Array.Exists(pixels.Frames, f => MemoryMarshal.Cast<byte, int>(f.Span).ContainsAnyInRange(int.MinValue, -1))
            ? throw new DicomFormatException("has values above 2^31 - 1, which are not supported; convert it to 16 bits first")
            : pixels;
    }

    private static FramePixels ReadNative(ReadOnlyMemory<byte> value, string transferSyntax, PixelLayout layout)
    {
        var needed = layout.FrameBytes * layout.Frames;
        if (!TransferSyntaxes.IsNative(transferSyntax))
        {
            throw new DicomFormatException($"says its pixels are {TransferSyntaxes.Name(transferSyntax)}, but they are not compressed; repair its header");
        }

        if (value.Length < needed)
        {
            throw new DicomFormatException($"is cut short: Pixel Data has {value.Length} bytes of {needed}; get a whole copy of it");
        }

        if (transferSyntax is TransferSyntaxes.ExplicitBigEndian or TransferSyntaxes.GeBigEndianPixels && layout.BitsAllocated == 32)
        {
            throw new DicomFormatException("has big-endian pixels of 32 bits; convert it with 'dcmconv +te' first");
        }

        var samples = MemoryMarshal.AsMemory(value);
        var frames = new ReadOnlyMemory<byte>[layout.Frames];
        var foreign = false;
        for (var i = 0; i < frames.Length; i++)
        {
            var frame = samples.Slice((int)(i * layout.FrameBytes), (int)layout.FrameBytes);
            if (transferSyntax == TransferSyntaxes.GeBigEndianPixels && layout.BitsAllocated == 16)
            {
                var words = MemoryMarshal.Cast<byte, ushort>(frame.Span);
                BinaryPrimitives.ReverseEndianness(words, words);
            }

            foreign |= StoredBits.Extract(frame.Span, layout);
            frames[i] = frame;
        }

        return new FramePixels(frames, foreign, value.Length - needed - (needed & 1), false);
    }

    private static FramePixels ReadCompressed(
        IReadOnlyList<ReadOnlyMemory<byte>> fragments, string transferSyntax, PixelLayout layout, IDicomLibrary library, CancellationToken cancellation)
    {
        var codestreams = FrameFragments.Split(fragments, layout.Frames);
        var frames = new ReadOnlyMemory<byte>[layout.Frames];
        var (foreign, lossy) = (false, false);
        for (var i = 0; i < frames.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (samples, kept, isLossy) = FrameDecoder.Decode(codestreams[i], transferSyntax, layout, library);
            foreign |= StoredBits.Extract(samples, kept);
            lossy |= isLossy;
            frames[i] = samples;
        }

        return new FramePixels(frames, foreign, 0, lossy);
    }
}
