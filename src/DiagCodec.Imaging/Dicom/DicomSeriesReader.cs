using System.Collections.Immutable;
using DiagCodec.Imaging.Dicom.Gdcm;
using DiagCodec.Imaging.Dicom.Reading;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Dicom;

/// <summary>Reads one DICOM series from a folder, a file or a zip.</summary>
public static class DicomSeriesReader
{
    /// <param name="path">A folder (searched with everything below it), a DICOM file, or a zip of them.</param>
    /// <param name="seriesUid">Needed when there are several series; a beginning or end that only one has will do.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <param name="progress">Told the number of files done, and of all.</param>
    /// <exception cref="InvalidInputException">Nothing to code is there, or it is broken; the message names the file.</exception>
    public static ImageSeries Read(string path, string? seriesUid, CancellationToken cancellation, IProgress<(int Done, int Total)>? progress = null)
    {
        using var zip = ZipInput.IsZip(path) ? ZipInput.Unpack(path, cancellation) : null;
        var library = new GdcmLibrary();
        var found = DicomSeriesFinder.Choose(path, DicomSeriesFinder.Find(zip?.Folder ?? path, path, library, cancellation), seriesUid);
        var files = ReadFiles(found, library, cancellation, progress);
        SeriesAgreement.Check(files);
        var order = SliceOrder.Of(files.SelectMany(f => f.Slices));
        var volume = VolumeOf(files, order);
        return new ImageSeries(
            path,
            found.Uid,
            $"{OneLine.Of(found.Modality)} {volume.Columns}x{volume.Rows}x{volume.Slices}, {volume.BitsStored} bits".TrimStart(),
            volume,
            HeadersOf(order),
            found.Files.Sum(f => f.Bytes),
            [.. order.Findings, .. SeriesAgreement.Findings(files)])
        {
            Modality = found.Modality.Length > 0 ? found.Modality : null,
        };
    }

    private static SourceFile[] ReadFiles(FoundSeries found, GdcmLibrary library, CancellationToken cancellation, IProgress<(int Done, int Total)>? progress)
    {
        var done = 0;
        return EveryFile.Do(
            found.Files,
            entry =>
            {
                var file = SourceFile.Read(entry, library, cancellation);
                progress?.Report((Interlocked.Increment(ref done), found.Files.Length));
                return file;
            },
            cancellation);
    }

    private static Volume VolumeOf(SourceFile[] files, SliceOrder order)
    {
        var layout = files[0].Layout;
        var scales = order.Slices.Select(s => s.Rescale).ToImmutableArray();
        return new Volume(layout.Columns, layout.Rows, layout.Format, [.. order.Slices.Select(s => s.Samples)])
        {
            BitsStored = files.Max(f => f.Layout.BitsStored),
            Geometry = order.Geometry,
            Rescales = scales.Distinct().Count() == 1 ? [scales[0]] : scales,
            Padding = files.All(f => f.Padding == files[0].Padding) ? files[0].Padding : null,
            LowIsBright = layout.LowIsBright,
        };
    }

    private static SourceHeaders HeadersOf(SliceOrder order)
    {
        SourceFile[] files = [.. order.Slices.Select(s => s.File).Distinct()];
        return new SourceHeaders(
            SourceKind.Dicom,
            [.. files.Select(f => new ReadOnlyMemory<byte>(f.Header))],
            [.. order.Slices.Select(s => new SliceOrigin(Array.IndexOf(files, s.File), s.Frame))]);
    }
}
