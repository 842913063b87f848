using System.Buffers;
using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Dicom.Writing;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Dicom;

/// <summary>Makes a CT series from a volume that was never DICOM, for synthetic patients.</summary>
public static class DicomSeriesCreator
{
    /// <param name="volume">16-bit stored values with a geometry; its rescale says what they mean in HU.</param>
    /// <param name="folder">Exists and takes the files IM00001.dcm ...</param>
    /// <param name="series">What to write beside the pixels.</param>
    /// <param name="cancellation">Ends the writing between two slices.</param>
    public static void Write(Volume volume, string folder, NewDicomSeries series, CancellationToken cancellation)
    {
        var options = new DicomWriteOptions
        {
            Uids = UidPolicy.Keep,
            IdentityHash = series.Seed,
            SoftwareVersion = series.SoftwareVersion,
            Syntax = series.Syntax,
        };
        using var writer = new DicomSliceWriter(Headers(volume, series), folder, options);
        var stored = new int[volume.PixelsPerSlice];
        for (var slice = 0; slice < volume.Slices; slice++)
        {
            cancellation.ThrowIfCancellationRequested();
            volume.ReadSlice(slice, stored);
            writer.Write(slice, stored, []);
        }

        writer.Complete();
    }

    internal static SourceHeaders Headers(Volume volume, NewDicomSeries series) => new(
        SourceKind.Dicom,
        [.. Enumerable.Range(0, volume.Slices).Select(slice => ToFile(NewHeader.Of(volume, series, slice)))],
        [.. Enumerable.Range(0, volume.Slices).Select(slice => new SliceOrigin(slice, 0))]);

    internal static ReadOnlyMemory<byte> ToFile(DicomDataSet set)
    {
        var meta = new DicomDataSet();
        meta.SetText(DicomTags.TransferSyntaxUid, Vr.UI, TransferSyntaxes.ExplicitLittleEndian);
        var file = new ArrayBufferWriter<byte>();
        DataSetWriter.WriteMeta(file, meta);
        DataSetWriter.Write(file, set.Elements);
        return file.WrittenMemory;
    }
}
