using System.Collections.Immutable;
using System.Text;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Nifti;

/// <summary>Makes NIfTI headers for volumes that came from elsewhere (DICOM, the phantom, a network's label map).</summary>
public static class NiftiHeaders
{
    /// <summary>NIfTI's code for "scanner coordinates" in qform and sform.</summary>
    private const short ScannerCoordinates = 1;

    /// <summary>The part of xyzt_units that is about length.</summary>
    private const int SpatialUnits = 7;

    /// <param name="columns">Width of a slice.</param>
    /// <param name="rows">Height of a slice.</param>
    /// <param name="slices">Number of slices.</param>
    /// <param name="format">Becomes the datatype.</param>
    /// <param name="geometry">Becomes sform and, unless sheared, qform; null leaves both codes 0.</param>
    /// <param name="rescales">As in <see cref="Volume.Rescales"/>.</param>
    /// <exception cref="UsageException">NIfTI cannot hold this: irregular slices, slopes that differ, more than 32767 of something.</exception>
    public static SourceHeaders Create(int columns, int rows, int slices, SampleFormat format, Geometry? geometry, ImmutableArray<Rescale> rescales)
    {
        if (Math.Max(columns, Math.Max(rows, slices)) > short.MaxValue)
        {
            throw new UsageException($"NIfTI: {columns}x{rows}x{slices} has an axis longer than 32767; choose another output format");
        }

        if (rescales.Distinct().Count() != 1)
        {
            throw new UsageException("NIfTI: slope and intercept differ from slice to slice, and a NIfTI file holds one pair; choose --format dicom");
        }

        var header = Unplaced(columns, rows, slices, format, rescales[0]);
        if (geometry is not null)
        {
            header[NiftiLayout.XyztUnits] = 2; // millimetres
            SetOrientation(new NiftiFields(header, bigEndian: false), NiftiStack.Affine(geometry));
        }

        return Headers(header, slices);
    }

    /// <summary>For another volume on the voxels of a NIfTI file: the same size and, field by field, the same orientation; nothing else is taken over.</summary>
    /// <param name="source">Of kind NIfTI.</param>
    /// <param name="format">Becomes the datatype.</param>
    /// <exception cref="InvalidInputException"><paramref name="source"/> is no NIfTI-1 header.</exception>
    public static SourceHeaders CreateLike(SourceHeaders source, SampleFormat format)
    {
        var block = source.Files[0].ToArray();
        var from = NiftiHeader.Parse("NIfTI header", block);
        var header = Unplaced(from.Columns, from.Rows, from.Slices, format, Rescale.Identity);
        var old = new NiftiFields(block, from.BigEndian);
        var fields = new NiftiFields(header, bigEndian: false);
        header[NiftiLayout.XyztUnits] = (byte)(old.Byte(NiftiLayout.XyztUnits) & SpatialUnits);
        fields.Set(NiftiLayout.QformCode, old.Int16(NiftiLayout.QformCode));
        fields.Set(NiftiLayout.SformCode, old.Int16(NiftiLayout.SformCode));
        foreach (var (at, count) in ((int, int)[])[(NiftiLayout.PixDim, 4), (NiftiLayout.QuaternB, 6), (NiftiLayout.SRowX, 12)])
        {
            for (var i = 0; i < count; i++)
            {
                fields.Set(at + (4 * i), (double)old.Single(at + (4 * i)));
            }
        }

        return Headers(header, from.Slices);
    }

    private static SourceHeaders Headers(byte[] header, int slices)
    {
        var origins = Enumerable.Range(0, slices).Select(z => new SliceOrigin(0, z));
        return new(SourceKind.Nifti, [header], [.. origins]);
    }

    /// <summary>Everything but where the voxels are.</summary>
    private static byte[] Unplaced(int columns, int rows, int slices, SampleFormat format, Rescale rescale)
    {
        var header = new byte[NiftiLayout.FirstDataOffset];
        var fields = new NiftiFields(header, bigEndian: false);
        fields.Set(0, (short)NiftiLayout.HeaderSize);
        header[NiftiLayout.Regular] = (byte)'r';
        ReadOnlySpan<int> dim = [3, columns, rows, slices, 1, 1, 1, 1];
        for (var i = 0; i < dim.Length; i++)
        {
            fields.Set(NiftiLayout.Dim + (2 * i), (short)dim[i]);
            fields.Set(NiftiLayout.PixDim + (4 * i), 1.0);
        }

        var datatype = NiftiDatatypes.Of(format);
        fields.Set(NiftiLayout.Datatype, (short)datatype);
        fields.Set(NiftiLayout.BitPix, (short)(8 * datatype.Bytes()));
        fields.Set(NiftiLayout.VoxOffset, (double)NiftiLayout.FirstDataOffset);
        fields.Set(NiftiLayout.SclSlope, rescale.Slope);
        fields.Set(NiftiLayout.SclInter, rescale.Intercept);
        "n+1\0"u8.CopyTo(header.AsSpan(NiftiLayout.Magic));
        return header;
    }

    /// <summary>The header block as it is written: described anew, and vox_offset made to say how long the block is.</summary>
    internal static byte[] Prepared(ReadOnlySpan<byte> block, bool bigEndian, string? description)
    {
        var header = block.ToArray();
        new NiftiFields(header, bigEndian).Set(NiftiLayout.VoxOffset, (double)header.Length);
        if (description is not null)
        {
            // 79 characters and a closing zero.
            var field = header.AsSpan(NiftiLayout.Descrip, NiftiLayout.DescripLength);
            field.Clear();
            Encoding.ASCII.GetBytes(description.AsSpan(0, Math.Min(description.Length, field.Length - 1)), field);
        }

        return header;
    }

    private static void SetOrientation(NiftiFields fields, NiftiAffine affine)
    {
        var ras = affine.ToRas();
        ReadOnlySpan<Vector3> columns = [ras.I, ras.J, ras.K, ras.Origin];
        for (var i = 0; i < 4; i++)
        {
            fields.Set(NiftiLayout.SRowX + (4 * i), columns[i].X);
            fields.Set(NiftiLayout.SRowY + (4 * i), columns[i].Y);
            fields.Set(NiftiLayout.SRowZ + (4 * i), columns[i].Z);
        }

        fields.Set(NiftiLayout.SformCode, ScannerCoordinates);
        var hand = ras.Determinant < 0 ? -1.0 : 1.0;
        ReadOnlySpan<double> pixdim = [hand, ras.I.Length, ras.J.Length, ras.K.Length];
        for (var i = 0; i < pixdim.Length; i++)
        {
            fields.Set(NiftiLayout.PixDim + (4 * i), pixdim[i]);
        }

        var (x, y, z) = (ras.I.Normalised(), ras.J.Normalised(), hand * ras.K.Normalised());
        if (Math.Max(Math.Abs(x.Dot(y)), Math.Max(Math.Abs(x.Dot(z)), Math.Abs(y.Dot(z)))) > 1e-4)
        {
            return; // A tilted gantry: a quaternion cannot say it, so the qform's code stays 0.
        }

        var rotation = NiftiQuaternion.Of(x, y, z);
        fields.Set(NiftiLayout.QformCode, ScannerCoordinates);
        ReadOnlySpan<double> qform = [rotation.B, rotation.C, rotation.D, ras.Origin.X, ras.Origin.Y, ras.Origin.Z];
        for (var i = 0; i < qform.Length; i++)
        {
            fields.Set(NiftiLayout.QuaternB + (4 * i), qform[i]);
        }
    }
}
