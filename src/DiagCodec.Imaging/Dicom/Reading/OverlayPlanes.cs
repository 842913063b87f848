using DiagCodec.Imaging.Dicom.DataSets;

namespace DiagCodec.Imaging.Dicom.Reading;

/// <summary>Overlays of the old kind, which live in unused bits of the pixels (PS3.5 8.1.2, retired).</summary>
internal static class OverlayPlanes
{
    private const ushort FirstGroup = 0x6000;
    private const ushort LastGroup = 0x601E;
    private const ushort BitPosition = 0x0102;
    private const ushort OverlayData = 0x3000;

    public static bool AreInPixels(DicomDataSet set) => Groups(set).Any();

    /// <summary>Takes out the description of overlays whose bits are gone.</summary>
    public static void Remove(DicomDataSet set)
    {
        foreach (var group in Groups(set).ToArray())
        {
            foreach (var element in set.Elements.Where(e => e.Tag.Group == group).ToArray())
            {
                set.Remove(element.Tag);
            }
        }
    }

    private static IEnumerable<ushort> Groups(DicomDataSet set)
    {
        for (var group = FirstGroup; group <= LastGroup; group += 2)
        {
            if (set.Integer(new DicomTag(group, BitPosition)) > 0 && !set.Contains(new DicomTag(group, OverlayData)))
            {
                yield return group;
            }
        }
    }
}
