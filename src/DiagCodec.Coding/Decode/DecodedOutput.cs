using DiagCodec.Coding.Archive;
using DiagCodec.Imaging.Dicom;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;
using DiagCodec.Imaging.Nifti;
using DiagCodec.Imaging.Pictures;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Imaging.Y4m;

namespace DiagCodec.Coding.Decode;

/// <summary>The output of one decoding: nothing is to be seen of it before <see cref="Commit"/>.</summary>
public sealed class DecodedOutput : IDisposable
{
    private readonly ArchiveReader _archive;
    private readonly PendingFile? _file;
    private readonly PendingFolder? _folder;
    private readonly ISliceWriter? _writer;

    private DecodedOutput(ArchiveReader archive, DecodeSettings settings, OutputFormat format)
    {
        (_archive, Format) = (archive, format);
        try
        {
            if (format is OutputFormat.Dicom or OutputFormat.Png)
            {
                _folder = new PendingFolder(settings.Output, settings.Overwrite);
            }
            else
            {
                _file = new PendingFile(settings.Output, settings.Overwrite);
            }

            _writer = format == OutputFormat.Hevc ? null : Writer(settings);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public OutputFormat Format { get; }

    private string Folder => _folder!.TemporaryPath;

    /// <exception cref="UsageException">The archive cannot be decoded to that format; the message says to which it can.</exception>
    public static DecodedOutput Open(ArchiveReader archive, DecodeSettings settings)
    {
        var kind = archive.Manifest.Source.Kind;
        var format = settings.Format ?? kind switch
        {
            SourceKind.Dicom => OutputFormat.Dicom,
            SourceKind.Nifti => OutputFormat.Nifti,
            SourceKind.Pictures => OutputFormat.Png,
            _ => OutputFormat.Y4m,
        };
        if (format == OutputFormat.Hevc && archive.Manifest.Video.Learned is { } learned)
        {
            throw new UsageException($"--format hevc: the archive holds no HEVC video, but a stream of {learned.Codec}; try dicom, nifti or png");
        }

        return format == OutputFormat.Dicom && kind != SourceKind.Dicom
            ? throw new UsageException($"--format dicom: the archive was made from {kind.ToString().ToLowerInvariant()} and holds no DICOM headers; try nifti or png")
            : new DecodedOutput(archive, settings, format);
    }

    /// <summary>Decodes everything into the output that is not yet to be seen.</summary>
    /// <returns>See <see cref="StreamProof.Note"/>.</returns>
    /// <exception cref="VerificationException">The archive was changed, or decodes to other samples than the encoder saw.</exception>
    /// <exception cref="OutputException">The disk is full.</exception>
    public async Task<string?> FillAsync(IStreamDecoder streams, IProgress<CodingProgress>? progress, CancellationToken cancellation)
    {
        var decoder = new SeriesDecoder(streams);
        try
        {
            if (_writer is not null)
            {
                return await decoder.DecodeAsync(_archive, _writer, progress, cancellation);
            }

            var note = await decoder.CheckAsync(_archive, progress, cancellation);
            await using var video = _archive.OpenVideo();
            await video.CopyToAsync(_file!.Stream, cancellation);
            return note;
        }
        catch (IOException e)
        {
            throw new OutputException($"the output cannot be written: {e.Message}", e);
        }
    }

    public void Commit()
    {
        _writer?.Dispose();
        _file?.Commit();
        _folder?.Commit();
    }

    public void Dispose()
    {
        try
        {
            _writer?.Dispose();
        }
        catch (IOException)
        {
            // What the writer still held finds no room on a full disk; all of it is removed here either way.
        }
        finally
        {
            _file?.Dispose();
            _folder?.Dispose();
        }
    }

    private ISliceWriter Writer(DecodeSettings settings)
    {
        var headers = _archive.ReadHeaders();
        var source = _archive.Manifest.Source;
        return Format switch
        {
            OutputFormat.Dicom => new DicomSliceWriter(headers, Folder, DicomOutput.Options(_archive, settings)),
            OutputFormat.Nifti => new NiftiSliceWriter(
                _file!.Stream, NiftiSliceWriter.IsGzipName(settings.Output), source.Kind == SourceKind.Nifti ? headers : NiftiHeadersOf(source)),
            OutputFormat.Png => new PngSliceWriter(
                Folder, source.Columns, source.Rows, Bits(8, 16), headers, LowestStored()),
            _ => new Y4mSliceWriter(_file!.Stream, source.Kind == SourceKind.Y4m ? headers : Y4mHeadersOf(source), LowestStored()),
        };
    }

    private static SourceHeaders NiftiHeadersOf(SourceSection source)
    {
        var geometry = source.Geometry?.ToGeometry(source.Slices);
        return source.Geometry is null || geometry is not null
            ? NiftiHeaders.Create(source.Columns, source.Rows, source.Slices, source.Format, geometry, source.Rescales)
            : throw new UsageException("--format nifti: the slices are not evenly spaced, which NIfTI cannot say; decode to DICOM");
    }

    private SourceHeaders Y4mHeadersOf(SourceSection source) =>
        new Y4mHeader(source.Columns, source.Rows, Bits(8, 12), HasChroma: false).ToSourceHeaders(source.Slices);

    /// <summary>The smallest stored value, which formats without a sign write as 0; 0 where nothing is below it.</summary>
    private int LowestStored()
    {
        var (mapping, padding) = (_archive.Manifest.Mapping, _archive.Manifest.Source.Padding);
        return Math.Min(0, Math.Min(mapping.Low, padding?.Low ?? 0));
    }

    /// <summary>The fewer bits if they hold all stored values, else the more.</summary>
    private int Bits(int fewer, int more)
    {
        var range = (long)Math.Max(_archive.Manifest.Mapping.High, _archive.Manifest.Source.Padding?.High ?? 0) - LowestStored();
        return range < 1 << fewer ? fewer
            : range < 1 << more ? more
            : throw new UsageException($"--format {Format.ToString().ToLowerInvariant()}: holds {more} bits, but the stored values span {range + 1}; decode to NIfTI or to what the archive was made from");
    }
}
