using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Dicom.Reading;

/// <summary>Where one slice lies in the patient (PS3.3 C.7.6.2.1.1).</summary>
internal sealed record Plane(Vector3 Position, Vector3 Row, Vector3 Column, double ColumnSpacing, double RowSpacing)
{
    private const double DirectionTolerance = 1e-3;

    public Vector3 Normal => Row.Cross(Column);

    /// <summary>Null when position, orientation or spacing is missing or makes no sense.</summary>
    public static Plane? Of(FrameAttributes frame)
    {
        var position = frame.Find(DicomTags.PlanePositionSequence, DicomTags.ImagePositionPatient)?.Numbers(DicomTags.ImagePositionPatient) ?? [];
        var directions = frame.Find(DicomTags.PlaneOrientationSequence, DicomTags.ImageOrientationPatient)?.Numbers(DicomTags.ImageOrientationPatient) ?? [];
        var spacing = Spacing(frame);
        if (position.Length != 3 || directions.Length != 6 || spacing.Length != 2 || spacing.Any(s => s <= 0))
        {
            return null;
        }

        var row = new Vector3(directions[0], directions[1], directions[2]);
        var column = new Vector3(directions[3], directions[4], directions[5]);
        if (row.Length < 0.5 || column.Length < 0.5 || Math.Abs(row.Normalised().Dot(column.Normalised())) > 0.01)
        {
            return null;
        }

        // Pixel Spacing is first the distance between rows, then between columns (PS3.3 10.7.1.1).
        return new Plane(new Vector3(position[0], position[1], position[2]), row.Normalised(), column.Normalised(), spacing[1], spacing[0]);
    }

    public bool IsParallelTo(Plane other) =>
        (Row - other.Row).Length <= DirectionTolerance && (Column - other.Column).Length <= DirectionTolerance;

    private static double[] Spacing(FrameAttributes frame)
    {
        var spacing = frame.Find(DicomTags.PixelMeasuresSequence, DicomTags.PixelSpacing)?.Numbers(DicomTags.PixelSpacing) ?? [];
        return spacing.Length == 2 ? spacing : frame.Top.Numbers(DicomTags.ImagerPixelSpacing);
    }
}
