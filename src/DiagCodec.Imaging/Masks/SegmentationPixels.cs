using DiagCodec.Imaging.Dicom;
using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Dicom.Pixels;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Masks;

/// <summary>The foreground of a DICOM Segmentation's frames: a bit a pixel when BINARY, above 0 when FRACTIONAL. BINARY is also written.</summary>
internal static class SegmentationPixels
{
    /// <returns>Tells of a frame and a pixel whether it is foreground.</returns>
    /// <exception cref="DicomFormatException">The pixels are missing, cut short or of another kind.</exception>
    public static Func<int, int, bool> Read(DicomFile file, int columns, int rows, int frames, IDicomLibrary library, CancellationToken cancellation)
    {
        var kind = file.DataSet.Text(DicomTags.SegmentationType);
        var pixels = (long)columns * rows;
        switch (kind)
        {
            case "BINARY":
                var bits = Bits(file, pixels * frames);
                return (frame, pixel) =>
                {
                    var at = (frame * pixels) + pixel;
                    return ((bits.Span[(int)(at >> 3)] >> (int)(at & 7)) & 1) != 0;
                };
            case "FRACTIONAL":
                var layout = PixelLayout.Of(file.DataSet);
                var samples = FramePixels.Read(file, layout, library, cancellation).Frames;
                return layout.BitsAllocated == 8
                    ? (frame, pixel) => samples[frame].Span[pixel] != 0
                    : throw new DicomFormatException($"has {layout.BitsAllocated} bits a pixel in a FRACTIONAL segmentation, expected 8; repair it");
            default:
                throw new DicomFormatException($"is a segmentation of type {(string.IsNullOrEmpty(kind) ? "none" : kind)}; BINARY and FRACTIONAL can be read");
        }
    }

    /// <summary>The Pixel Data of a BINARY segmentation, laid out as <see cref="Bits"/> finds it; an even number of bytes.</summary>
    /// <exception cref="UsageException">It would be larger than 2 GiB.</exception>
    public static byte[] Pack(LabelMap labels, SegmentationFrames frames, CancellationToken cancellation)
    {
        var pixels = (long)labels.Columns * labels.Rows;
        var bytes = ((pixels * frames.Frames.Length) + 15) / 16 * 2;
        if (bytes > Array.MaxLength)
        {
            throw new UsageException($"DICOM Segmentation: {frames.Frames.Length} frames of {labels.Columns}x{labels.Rows} are {bytes} bytes, more than one file holds; write the label map as NIfTI");
        }

        var packed = new byte[bytes];
        for (var i = 0; i < frames.Frames.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (segment, first) = ((byte)frames.Frames[i].Segment, i * pixels);
            var slice = labels.Slice(frames.Frames[i].Slice);
            for (var pixel = 0; pixel < slice.Length; pixel++)
            {
                if (slice[pixel] == segment)
                {
                    packed[(first + pixel) >> 3] |= (byte)(1 << (int)((first + pixel) & 7));
                }
            }
        }

        return packed;
    }

    /// <summary>Pixels follow each other without gaps, also from frame to frame, the first in the lowest bit (PS3.5 8.1.1).</summary>
    private static ReadOnlyMemory<byte> Bits(DicomFile file, long count)
    {
        var element = file.DataSet.Find(DicomTags.PixelData) ?? throw new DicomFormatException("has no pixel data");
        if (element.Fragments is not null || file.DataSet.Integer(DicomTags.BitsAllocated) != 1)
        {
            throw new DicomFormatException("is a BINARY segmentation whose pixels are not single uncompressed bits; convert it to Explicit VR Little Endian first");
        }

        var needed = (count + 7) / 8;
        return element.Value.Length >= needed
            ? element.Value
            : throw new DicomFormatException($"is cut short: Pixel Data has {element.Value.Length} bytes of {needed}; get a whole copy of it");
    }
}
