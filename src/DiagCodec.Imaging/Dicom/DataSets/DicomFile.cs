using System.Buffers;
using System.IO.Compression;

namespace DiagCodec.Imaging.Dicom.DataSets;

/// <summary>A DICOM file taken apart: file meta information, data set, and the bytes they came from.</summary>
internal sealed class DicomFile
{
    private const int PreambleLength = 128;

    // Zip's deflate packs at most 1 : 1032; a real image never comes near that, so this stops a bomb early.
    private const int LargestInflation = 300;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly (int Start, int End) _pixelElement;

    private DicomFile(ReadOnlyMemory<byte> bytes, DicomDataSet meta, string transferSyntax, DicomDataSet dataSet, (int Start, int End) pixelElement)
    {
        _bytes = bytes;
        _pixelElement = pixelElement;
        Meta = meta;
        TransferSyntax = transferSyntax;
        DataSet = dataSet;
    }

    public DicomDataSet Meta { get; }

    public DicomDataSet DataSet { get; }

    public string TransferSyntax { get; }

    /// <summary>Whether bytes begin like a DICOM file: with the preamble, or, as old files do, straight with the first attribute.</summary>
    public static bool LooksLikeDicom(ReadOnlySpan<byte> start) => HasPreamble(start) || BeginsWithAttribute(start);

    /// <exception cref="DicomFormatException">The bytes are not DICOM, or are broken.</exception>
    /// <param name="bytes">The file, or its beginning when <paramref name="lastGroup"/> is low enough.</param>
    /// <param name="library">For the dictionary.</param>
    /// <param name="lastGroup">Attributes of higher groups are not read.</param>
    public static DicomFile Parse(ReadOnlyMemory<byte> bytes, IDicomLibrary library, ushort lastGroup = ushort.MaxValue)
    {
        if (!LooksLikeDicom(bytes.Span))
        {
            throw new DicomFormatException("is not a DICOM file");
        }

        var start = HasPreamble(bytes.Span) ? PreambleLength + 4 : 0;
        var meta = new DataSetReader(bytes, DataSetEncoding.ExplicitLittle, library).Read(start, MetaEnd(bytes, start), 2, out var next);
        var transferSyntax = meta.Text(DicomTags.TransferSyntaxUid) ?? string.Empty;
        if (transferSyntax == TransferSyntaxes.DeflatedExplicitLittleEndian)
        {
            bytes = Inflated(bytes, meta, next);
            return Parse(bytes, library, lastGroup);
        }

        var encoding = transferSyntax.Length > 0 ? DataSetEncoding.Of(transferSyntax) : Guess(bytes.Span[next..]);
        if (transferSyntax.Length == 0)
        {
            transferSyntax = !encoding.IsExplicit ? TransferSyntaxes.ImplicitLittleEndian
                : encoding.IsBigEndian ? TransferSyntaxes.ExplicitBigEndian : TransferSyntaxes.ExplicitLittleEndian;
        }

        var reader = new DataSetReader(bytes, encoding, library);
        var dataSet = reader.Read(next, bytes.Length, lastGroup, out _);
        return new DicomFile(bytes, meta, transferSyntax, dataSet, reader.PixelElement);
    }

    /// <summary>The file's bytes without the Pixel Data attribute: a smaller DICOM file that says everything else, byte for byte.</summary>
    public byte[] WithoutPixels() => [.. _bytes.Span[.._pixelElement.Start], .. _bytes.Span[_pixelElement.End..]];

    private static bool HasPreamble(ReadOnlySpan<byte> start) =>
        start.Length >= PreambleLength + 4 && start.Slice(PreambleLength, 4).SequenceEqual("DICM"u8);

    private static bool BeginsWithAttribute(ReadOnlySpan<byte> start)
    {
        if (start.Length < 16)
        {
            return false;
        }

        var isLittle = start[0] is 0x02 or 0x08 && start[1] == 0 && (start[0] == 8 || start[3] == 0);
        var isBig = start[0] == 0 && start[1] == 0x08;
        var isExplicit = new Vr((char)start[4], (char)start[5]).IsTwoLetters;
        return (isLittle && (isExplicit || (start[3] == 0 && start[6] == 0 && start[7] == 0))) || (isBig && isExplicit);
    }

    /// <summary>Deflated bytes follow the meta group directly and may look like anything, so its own length counts there.</summary>
    private static int MetaEnd(ReadOnlyMemory<byte> bytes, int start)
    {
        var isGroupLength = bytes.Length - start >= 12 && bytes.Span.Slice(start, 8).SequenceEqual((ReadOnlySpan<byte>)[2, 0, 0, 0, (byte)'U', (byte)'L', 4, 0]);
        var end = isGroupLength ? start + 12L + BitConverter.ToUInt32(bytes.Span.Slice(start + 8, 4)) : bytes.Length;
        var isDeflated = end < bytes.Length && bytes.Span[start..(int)end].IndexOf("1.2.840.10008.1.2.1.99"u8) >= 0;
        return isDeflated ? (int)end : bytes.Length;
    }

    private static DataSetEncoding Guess(ReadOnlySpan<byte> dataSet)
    {
        if (dataSet.Length < 8)
        {
            throw new DicomFormatException("has no data set");
        }

        var isExplicit = new Vr((char)dataSet[4], (char)dataSet[5]).IsTwoLetters;
        return new DataSetEncoding(isExplicit, IsBigEndian: dataSet[0] == 0 && dataSet[1] != 0);
    }

    private static ReadOnlyMemory<byte> Inflated(ReadOnlyMemory<byte> bytes, DicomDataSet meta, int dataSetStart)
    {
        meta.SetText(DicomTags.TransferSyntaxUid, Vr.UI, TransferSyntaxes.ExplicitLittleEndian);
        var file = new ArrayBufferWriter<byte>();
        DataSetWriter.WriteMeta(file, meta);
        var limit = file.WrittenCount + ((long)LargestInflation * (bytes.Length - dataSetStart)) + 65536;
        try
        {
            using var inflate = new DeflateStream(new MemoryStream(bytes[dataSetStart..].ToArray()), CompressionMode.Decompress);
            int count;
            while ((count = inflate.Read(file.GetSpan(65536))) > 0)
            {
                file.Advance(count);
                if (file.WrittenCount > limit)
                {
                    throw new DicomFormatException($"its deflated data set grows more than {LargestInflation} times; that is no image");
                }
            }
        }
        catch (InvalidDataException)
        {
            throw new DicomFormatException("has a broken deflated data set");
        }

        return file.WrittenMemory;
    }
}
