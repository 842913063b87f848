using System.Buffers;
using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Dicom.Gdcm;
using DiagCodec.Imaging.Dicom.Pixels;
using DiagCodec.Imaging.Dicom.Writing;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Series;

namespace DiagCodec.Imaging.Dicom;

/// <summary>
/// Writes a DICOM series again from its headers and stored values: IM00001.dcm, IM00002.dcm ... in coding order, one per source file.
/// A multi-frame file gets its frames in their original order and is written once the last of them is there.
/// </summary>
public sealed class DicomSliceWriter : ISliceWriter
{
    private readonly GdcmLibrary _library = new();
    private readonly SourceHeaders _headers;
    private readonly string _folder;
    private readonly OutputHeader _output;
    private readonly Dictionary<int, (DicomFile File, PixelLayout Layout, OutputPixels Pixels)> _open = [];
    private int _written;

    /// <param name="headers">Of a DICOM series.</param>
    /// <param name="folder">Exists and takes the files.</param>
    /// <param name="options">How to write.</param>
    public DicomSliceWriter(SourceHeaders headers, string folder, DicomWriteOptions options)
    {
        if (headers.Kind != SourceKind.Dicom)
        {
            throw new ArgumentException($"headers of a DICOM series expected, found {headers.Kind}", nameof(headers));
        }

        _headers = headers;
        _folder = folder;
        _output = new OutputHeader(options);
    }

    /// <exception cref="InvalidInputException">The headers are broken or do not fit the slices.</exception>
    /// <exception cref="OutputException">The folder cannot be written.</exception>
    public void Write(int slice, ReadOnlySpan<int> stored, ReadOnlySpan<byte> chroma)
    {
        var origin = _headers.Origins[slice];
        if (!_open.TryGetValue(origin.File, out var open))
        {
            open = Open(origin.File);
            _open.Add(origin.File, open);
        }

        if (origin.Frame >= open.Layout.Frames || stored.Length != open.Layout.Columns * open.Layout.Rows)
        {
            throw new InvalidInputException($"header {origin.File + 1} has {open.Layout.Frames} frames of {open.Layout.Columns}x{open.Layout.Rows}, which does not fit slice {slice + 1}");
        }

        open.Pixels.Set(origin.Frame, stored);
        if (open.Pixels.IsComplete)
        {
            _open.Remove(origin.File);
            WriteFile(origin.File, open.File.DataSet, open.Layout, open.Pixels);
        }
    }

    public void Complete()
    {
        if (_open.Count > 0 || _written != _headers.Files.Length)
        {
            throw new InvalidInputException($"{_written} of {_headers.Files.Length} files are complete; the headers do not fit the slices");
        }
    }

    public void Dispose() => _open.Clear();

    private (DicomFile File, PixelLayout Layout, OutputPixels Pixels) Open(int index)
    {
        try
        {
            var file = DicomFile.Parse(_headers.Files[index], _library);
            var layout = PixelLayout.Of(file.DataSet);
            if (_output.TransferSyntax != TransferSyntaxes.ExplicitLittleEndian)
            {
                layout = layout with { HighBit = layout.BitsStored - 1 };
            }

            return (file, layout, new OutputPixels(layout, _output.TransferSyntax, _library));
        }
        catch (DicomFormatException e)
        {
            throw new InvalidInputException($"header {index + 1} of {_headers.Files.Length} {e.Message}", e);
        }
    }

    private void WriteFile(int index, DicomDataSet set, PixelLayout layout, OutputPixels pixels)
    {
        _output.Prepare(set, layout, index + 1, pixels.Range);
        set.Set(pixels.ToElement());
        var bytes = new ArrayBufferWriter<byte>((int)Math.Min(Array.MaxLength, (layout.FrameBytes * layout.Frames) + _headers.Files[index].Length + 4096));
        DataSetWriter.WriteMeta(bytes, _output.MetaFor(set));
        DataSetWriter.Write(bytes, set.Elements);
        var path = Path.Combine(_folder, $"IM{index + 1:00000}.dcm");
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
            file.Write(bytes.WrittenSpan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"{Path.GetFileName(path)}: cannot be written: {e.Message}", e);
        }

        _written++;
    }
}
