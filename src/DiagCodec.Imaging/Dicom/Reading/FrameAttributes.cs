using DiagCodec.Imaging.Dicom.DataSets;

namespace DiagCodec.Imaging.Dicom.Reading;

/// <summary>The places where an attribute of one frame may stand: its own functional groups, the shared ones, or the top level (PS3.3 C.7.6.16).</summary>
internal sealed record FrameAttributes(DicomDataSet Top, DicomDataSet? Shared, DicomDataSet? Own)
{
    public static FrameAttributes Of(DicomDataSet set, int frame)
    {
        var own = set.Items(DicomTags.PerFrameFunctionalGroupsSequence);
        return new FrameAttributes(set, set.FirstItem(DicomTags.SharedFunctionalGroupsSequence), frame < own.Count ? own[frame] : null);
    }

    /// <summary>The data set that holds <paramref name="tag"/>: the item of a functional group, else the top level when it speaks for one frame only.</summary>
    public DicomDataSet? Find(DicomTag group, DicomTag tag)
    {
        var item = Own?.FirstItem(group) ?? Shared?.FirstItem(group);
        if (item?.Contains(tag) == true)
        {
            return item;
        }

        return (Top.Integer(DicomTags.NumberOfFrames) ?? 1) == 1 && Top.Contains(tag) ? Top : null;
    }
}
