using System.Buffers;
using System.Security.Cryptography;
using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Dicom.Writing;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Masks;

/// <summary>
/// Writes a label map as a DICOM Segmentation of its series (PS3.3 A.51): BINARY, one segment per described class, frames for those
/// slices only where a segment has voxels. A map of background alone is a finding too: it gets one frame without voxels, the first
/// segment's on the first slice.
/// </summary>
public static class SegmentationWriter
{
    /// <param name="path">The file to make.</param>
    /// <param name="labels">Of the series' size, in its coding order. Classes 1 and up need a description in <paramref name="options"/>.</param>
    /// <param name="series">The DICOM series that the labels were found on. The file gets its patient, study and frame of reference.</param>
    /// <param name="options">What to say beside the voxels. The file gets new Series and SOP Instance UIDs that follow from all that it says but the time.</param>
    /// <param name="overwrite">Whether a file of that name may be replaced.</param>
    /// <param name="cancellation">Ends the writing; nothing is left then.</param>
    /// <exception cref="UsageException">The series is not DICOM, a class is not described, or an option is out of range.</exception>
    /// <exception cref="InvalidInputException">The series' headers are broken or lack UIDs.</exception>
    /// <exception cref="OutputException">The file cannot be written.</exception>
    public static void Write(
        string path, LabelMap labels, ImageSeries series, SegmentationWriteOptions options, bool overwrite = false, CancellationToken cancellation = default)
    {
        var volume = series.Volume;
        if ((labels.Columns, labels.Rows, labels.Slices) != (volume.Columns, volume.Rows, volume.Slices))
        {
            throw new ArgumentException($"labels of {volume.Columns}x{volume.Rows}x{volume.Slices} expected, found {labels.Columns}x{labels.Rows}x{labels.Slices}", nameof(labels));
        }

        options.Validate();
        var source = SegmentationSource.Of(series, cancellation);
        var frames = SegmentationFrames.Of(labels, options.Classes.Length);
        var pixels = SegmentationPixels.Pack(labels, frames, cancellation);
        var set = SegmentationHeader.Of(labels, source, frames, options);
        AddIdentity(set, pixels);
        LocalTime.Set(set, DicomTags.ContentDate, DicomTags.ContentTime, options.CreatedAt);
        var file = new ArrayBufferWriter<byte>();
        DataSetWriter.WriteMeta(file, FileMeta.Of(set, TransferSyntaxes.ExplicitLittleEndian, options.SoftwareVersion));
        DataSetWriter.Write(file, set.Elements);
        DataSetWriter.WriteHeader(file, DicomTags.PixelData, Vr.OB, (uint)pixels.Length);
        Save(path, overwrite, file.WrittenSpan, pixels);
    }

    /// <summary>UIDs follow from the content, so that two files share them only when they say the same.</summary>
    private static void AddIdentity(DicomDataSet set, byte[] pixels)
    {
        var header = new ArrayBufferWriter<byte>();
        DataSetWriter.Write(header, set.Elements);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(header.WrittenSpan);
        hash.AppendData(pixels);
        var identity = Convert.ToHexString(hash.GetHashAndReset());
        set.SetText(DicomTags.SeriesInstanceUid, Vr.UI, DerivedUid.Of(identity, "segmentation series"));
        set.SetText(DicomTags.SopInstanceUid, Vr.UI, DerivedUid.Of(identity, "segmentation"));
    }

    private static void Save(string path, bool overwrite, ReadOnlySpan<byte> header, ReadOnlySpan<byte> pixels)
    {
        using var pending = new PendingFile(path, overwrite);
        try
        {
            pending.Stream.Write(header);
            pending.Stream.Write(pixels);
        }
        catch (IOException e)
        {
            throw new OutputException($"{path}: cannot be written: {e.Message}", e);
        }

        pending.Commit();
    }
}
