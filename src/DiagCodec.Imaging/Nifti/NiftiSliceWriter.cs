using System.IO.Compression;
using DiagCodec.Imaging.Series;

namespace DiagCodec.Imaging.Nifti;

/// <summary>
/// Writes slices as one NIfTI-1 file. The header is the source's own, or one of <see cref="NiftiHeaders"/>; values go back to its
/// datatype and byte order. Equal slices give equal bytes: the gzip header holds no time and no name.
/// </summary>
public sealed class NiftiSliceWriter : ISliceWriter
{
    /// <summary>What the description field of decoded files says.</summary>
    public const string LossyDescription = "diagcodec, lossy HEVC";

    private readonly NiftiHeader _header;
    private readonly Stream _output;
    private readonly bool _gzip;
    private readonly byte[] _samples;
    private int _next;

    /// <param name="output">Stays open.</param>
    /// <param name="gzip">For .nii.gz; <see cref="IsGzipName"/> tells.</param>
    /// <param name="headers">Of kind NIfTI.</param>
    /// <param name="description">Replaces the description field (79 ASCII characters); null keeps it.</param>
    /// <exception cref="Faults.InvalidInputException"><paramref name="headers"/> hold no NIfTI-1 header.</exception>
    public NiftiSliceWriter(Stream output, bool gzip, SourceHeaders headers, string? description = LossyDescription)
    {
        if (headers.Kind != SourceKind.Nifti || headers.Files.Length != 1 || headers.Files[0].Length < NiftiLayout.FirstDataOffset)
        {
            throw NiftiFault.Broken("NIfTI header", $"expected one block of {NiftiLayout.FirstDataOffset} bytes or more");
        }

        _header = NiftiHeader.Parse("NIfTI header", headers.Files[0].Span);
        _samples = new byte[_header.SliceBytes];
        _gzip = gzip;
        _output = gzip ? new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true) : output;
        _output.Write(NiftiHeaders.Prepared(headers.Files[0].Span, _header.BigEndian, description));
    }

    public static bool IsGzipName(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="ArgumentException">A slice out of order or of another size.</exception>
    /// <exception cref="OverflowException">A value does not fit the header's datatype.</exception>
    public void Write(int slice, ReadOnlySpan<int> stored, ReadOnlySpan<byte> chroma)
    {
        if (slice != _next || slice >= _header.Slices || stored.Length != _header.Columns * _header.Rows || chroma.Length != 0)
        {
            throw new ArgumentException($"expected slice {_next} of {_header.Slices} with {_header.Columns * _header.Rows} values, found {slice} with {stored.Length}", nameof(slice));
        }

        NiftiSamples.FromIntegers(stored, _header.Datatype, _samples);
        if (_header.BigEndian)
        {
            NiftiSamples.Reverse(_samples, _header.Datatype.Bytes());
        }

        _output.Write(_samples);
        _next++;
    }

    public void Complete()
    {
        if (_next != _header.Slices)
        {
            throw new InvalidOperationException($"{_next} of {_header.Slices} slices were written");
        }

        Dispose();
    }

    public void Dispose()
    {
        if (_gzip)
        {
            _output.Dispose();
        }
    }
}
