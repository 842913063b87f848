using System.Globalization;
using DiagCodec.Imaging.Dicom.DataSets;

namespace DiagCodec.Imaging.Dicom.Writing;

/// <summary>Dates and times of a data set, which are all in the zone that it names (PS3.3 C.12.1.1.8).</summary>
internal static class LocalTime
{
    public static void Set(DicomDataSet set, DicomTag date, DicomTag time, DateTimeOffset moment)
    {
        var named = set.Text(DicomTags.TimezoneOffsetFromUtc) is { Length: > 3 } offset ? offset.Insert(3, ":") : null;
        var hasZone = DateTimeOffset.TryParseExact(named, "zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var zone);
        var local = hasZone ? moment.ToOffset(zone.Offset) : moment;
        set.SetText(date, Vr.DA, local.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        set.SetText(time, Vr.TM, local.ToString("HHmmss", CultureInfo.InvariantCulture));
    }
}
