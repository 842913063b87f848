using System.Security.Cryptography;
using System.Text;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>Tells cases apart by what codecs and networks see of them.</summary>
internal static class CaseHash
{
    /// <summary>SHA-256 over size, format, rescale, padding, places of the slices, samples and truth, 64 lower-case hexadecimal digits.</summary>
    public static string Of(LabelledSeries series)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var volume = series.Series.Volume;
        hash.AppendData(Encoding.UTF8.GetBytes(Meaning(volume)));
        for (var z = 0; z < volume.Slices; z++)
        {
            hash.AppendData(volume.SliceBytes(z));
        }

        hash.AppendData(series.Truth.Labels.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Meaning(Volume volume)
    {
        var text = new StringBuilder();
        text.AppendLine(FormattableString.Invariant($"{volume.Columns} {volume.Rows} {volume.Slices} {volume.Format} {volume.BitsStored} {volume.LowIsBright} {volume.Chroma is not null}"));
        text.AppendLine(volume.Padding is { } padding ? FormattableString.Invariant($"{padding.Low} {padding.High}") : "");
        foreach (var rescale in volume.Rescales)
        {
            text.AppendLine(FormattableString.Invariant($"{rescale.Slope:R} {rescale.Intercept:R}"));
        }

        if (volume.Geometry is { } geometry)
        {
            foreach (var vector in geometry.Positions.Prepend(geometry.ColumnDirection).Prepend(geometry.RowDirection))
            {
                text.AppendLine(FormattableString.Invariant($"{vector.X:R} {vector.Y:R} {vector.Z:R}"));
            }

            text.AppendLine(FormattableString.Invariant($"{geometry.ColumnSpacing:R} {geometry.RowSpacing:R}"));
        }

        return text.ToString();
    }
}
