using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Nifti;

/// <summary>Reads label maps: NIfTI volumes whose values, after scl_slope and scl_inter, are class numbers 0 to 255.</summary>
public static class NiftiLabelReader
{
    /// <exception cref="InvalidInputException">As <see cref="NiftiReader.Read(string)"/>, or a value is no class number.</exception>
    public static LabelMap Read(string path) => Read(path, NiftiReader.Read(path).Volume);

    internal static LabelMap Read(string path, Volume volume)
    {
        if ((long)volume.PixelsPerSlice * volume.Slices > Array.MaxLength)
        {
            throw NiftiFault.Unsupported(path, $"a label map of {volume.Columns}x{volume.Rows}x{volume.Slices} is too large", "cut it into smaller ones");
        }

        var labels = new byte[volume.PixelsPerSlice * volume.Slices];
        var values = new int[volume.PixelsPerSlice];
        for (var z = 0; z < volume.Slices; z++)
        {
            volume.ReadSlice(z, values);
            var rescale = volume.RescaleOf(z);
            var slice = labels.AsSpan(z * values.Length, values.Length);
            for (var i = 0; i < values.Length; i++)
            {
                var label = rescale.Apply(values[i]);
                if (label is not (>= 0 and <= byte.MaxValue) || label != Math.Floor(label))
                {
                    var (row, column) = Math.DivRem(i, volume.Columns);
                    throw NiftiFault.Unsupported(
                        path,
                        FormattableString.Invariant($"voxel ({column}, {row}, {z}) is {label}, expected a class number from 0 to 255"),
                        "give a label map");
                }

                slice[i] = (byte)label;
            }
        }

        return new(volume.Columns, volume.Rows, volume.Slices, labels, volume.Geometry);
    }
}
