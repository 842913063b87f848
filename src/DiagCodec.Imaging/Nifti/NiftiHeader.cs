using System.Buffers.Binary;
using System.Collections.Immutable;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Nifti;

/// <summary>What the 348 bytes of a NIfTI-1 header say, checked.</summary>
internal sealed record NiftiHeader(
    int Columns,
    int Rows,
    int Slices,
    NiftiDatatype Datatype,
    bool BigEndian,
    int DataOffset,
    Rescale Rescale,
    NiftiAffine Affine,
    ImmutableArray<SeriesFinding> Findings)
{
    /// <summary>Extensions are kept in memory and in archives; nobody's are this large.</summary>
    private const int MostBytesBeforeData = 16 << 20;

    public int SliceBytes => Columns * Rows * Datatype.Bytes();

    public long DataBytes => (long)SliceBytes * Slices;

    /// <exception cref="Faults.InvalidInputException">It is no NIfTI-1 header, contradicts itself, or holds what is not supported.</exception>
    public static NiftiHeader Parse(string path, ReadOnlySpan<byte> bytes)
    {
        // The fields can be written too, hence the copy; it costs nothing beside the voxels.
        var header = bytes[..NiftiLayout.HeaderSize].ToArray();
        var bigEndian = IsBigEndian(path, header);
        CheckMagic(path, header);
        var fields = new NiftiFields(header, bigEndian);
        var (columns, rows, slices) = Size(path, fields);
        var datatype = ReadDatatype(path, fields);
        var sliceBytes = (long)columns * rows * datatype.Bytes();
        if (sliceBytes > Array.MaxLength)
        {
            throw NiftiFault.Unsupported(path, $"a slice of {columns}x{rows} {datatype} has {sliceBytes} bytes, more than {Array.MaxLength}", "cut the volume into smaller ones");
        }

        var findings = new List<SeriesFinding>();
        var offset = ReadDataOffset(path, fields);
        var rescale = ReadRescale(path, fields);
        var affine = NiftiOrientation.Read(fields, columns, rows, slices, findings);
        if (Math.Abs(affine.I.Normalised().Dot(affine.J.Normalised())) > 1e-3)
        {
            findings.Add(new("sheared-pixels", "rows and columns are not at right angles; NIfTI can hold that, DICOM cannot"));
        }

        return new(columns, rows, slices, datatype, bigEndian, offset, rescale, affine, [.. findings]);
    }

    private static bool IsBigEndian(string path, byte[] header)
    {
        var little = BinaryPrimitives.ReadInt32LittleEndian(header);
        var big = BinaryPrimitives.ReadInt32BigEndian(header);
        if (little == NiftiLayout.Nifti2HeaderSize || big == NiftiLayout.Nifti2HeaderSize)
        {
            throw NiftiFault.Unsupported(path, "this is NIfTI-2, expected NIfTI-1", "convert it to NIfTI-1 first");
        }

        return little == NiftiLayout.HeaderSize ? false
            : big == NiftiLayout.HeaderSize ? true
            : throw NiftiFault.Unsupported(path, $"not a NIfTI file (expected header size 348, found {little})", "give a .nii or .nii.gz file");
    }

    private static void CheckMagic(string path, byte[] header)
    {
        var magic = header.AsSpan(NiftiLayout.Magic, 4);
        if (magic.SequenceEqual("ni1\0"u8) || magic.SequenceEqual("\0\0\0\0"u8))
        {
            throw NiftiFault.Unsupported(path, "header of a .hdr/.img pair", "convert it to a single .nii file first");
        }

        if (!magic.SequenceEqual("n+1\0"u8))
        {
            throw NiftiFault.Broken(path, $"magic is {Convert.ToHexString(magic)}, expected {Convert.ToHexString("n+1\0"u8)}");
        }
    }

    private static (int Columns, int Rows, int Slices) Size(string path, NiftiFields fields)
    {
        var axes = fields.Int16(NiftiLayout.Dim);
        if (axes is < 1 or > 7)
        {
            throw NiftiFault.Broken(path, $"number of axes is {axes}, expected 1 to 7");
        }

        Span<int> size = [1, 1, 1];
        for (var axis = 1; axis <= axes; axis++)
        {
            var length = fields.Int16(NiftiLayout.Dim + (2 * axis));
            if (length < 1)
            {
                throw NiftiFault.Broken(path, $"length of axis {axis} is {length}, expected 1 to 32767");
            }

            if (axis <= 3)
            {
                size[axis - 1] = length;
            }
            else if (length > 1)
            {
                throw NiftiFault.Unsupported(path, $"axis {axis} has length {length}, expected one volume", "split the file into single volumes first");
            }
        }

        return (size[0], size[1], size[2]);
    }

    private static NiftiDatatype ReadDatatype(string path, NiftiFields fields)
    {
        var datatype = (NiftiDatatype)fields.Int16(NiftiLayout.Datatype);
        if (datatype.Bytes() == 0)
        {
            var advice = datatype is NiftiDatatype.Rgb24 or NiftiDatatype.Rgba32 ? "convert the colours to one grey channel first" : "convert it to int16 first";
            throw NiftiFault.Unsupported(path, $"datatype {datatype} is not supported (expected integers, or floats holding whole numbers)", advice);
        }

        var bits = fields.Int16(NiftiLayout.BitPix);
        return bits == 8 * datatype.Bytes()
            ? datatype
            : throw NiftiFault.Broken(path, $"bitpix is {bits}, expected {8 * datatype.Bytes()} for datatype {datatype}");
    }

    private static int ReadDataOffset(string path, NiftiFields fields)
    {
        var offset = fields.Single(NiftiLayout.VoxOffset);

        // 0 in a single file can only mean "right after the header"; some writers leave it so.
        return offset == 0 ? NiftiLayout.FirstDataOffset
            : offset is >= NiftiLayout.FirstDataOffset and <= MostBytesBeforeData && offset == MathF.Floor(offset) ? (int)offset
            : throw NiftiFault.Broken(path, FormattableString.Invariant($"vox_offset is {offset}, expected a whole number from {NiftiLayout.FirstDataOffset} to {MostBytesBeforeData}"));
    }

    private static Rescale ReadRescale(string path, NiftiFields fields)
    {
        var (slope, intercept) = (fields.Single(NiftiLayout.SclSlope), fields.Single(NiftiLayout.SclInter));
        if (slope == 0 || !float.IsFinite(slope))
        {
            return Rescale.Identity;
        }

        return float.IsFinite(intercept)
            ? new(slope, intercept)
            : throw NiftiFault.Broken(path, FormattableString.Invariant($"scl_inter is {intercept}, expected a number"));
    }
}
