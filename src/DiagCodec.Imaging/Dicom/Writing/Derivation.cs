using DiagCodec.Imaging.Dicom.DataSets;

namespace DiagCodec.Imaging.Dicom.Writing;

/// <summary>
/// Makes a header say that its image is derived: from which image, how, and by what. Plain images say so at the top level
/// (General Image Module, PS3.3 C.7.6.1), enhanced ones in their functional groups (C.7.6.16.2.6).
/// </summary>
internal static class Derivation
{
    public static void Mark(DicomDataSet set, LossyStep step, bool isNewInstance)
    {
        var source = isNewInstance ? SourceOf(set) : null;
        var shared = set.FirstItem(DicomTags.SharedFunctionalGroupsSequence);
        SetFirstType(set, DicomTags.ImageType);
        LossyHistory.Add(set, step);
        if (shared is null)
        {
            LossyHistory.Describe(set, step);
            Append(set, DicomTags.DerivationCodeSequence, LossyCompression());
            Append(set, DicomTags.SourceImageSequence, source);
        }
        else
        {
            MarkFrames(set, shared, step, source);
            Append(set, DicomTags.SourceImageEvidenceSequence, source is null ? null : EvidenceOf(set));
        }
    }

    private static void MarkFrames(DicomDataSet set, DicomDataSet shared, LossyStep step, DicomDataSet? source)
    {
        var frames = set.Items(DicomTags.PerFrameFunctionalGroupsSequence);
        foreach (var group in frames.Prepend(shared))
        {
            foreach (var type in group.Items(DicomTags.MrImageFrameTypeSequence).Concat(group.Items(DicomTags.CtImageFrameTypeSequence)))
            {
                SetFirstType(type, DicomTags.FrameType);
            }
        }

        // A functional group is shared or per frame, never both.
        var isPerFrame = frames.Any(f => f.Contains(DicomTags.DerivationImageSequence));
        foreach (var group in isPerFrame ? frames : [shared])
        {
            var derivation = new DicomDataSet();
            LossyHistory.Describe(derivation, step);
            derivation.SetItems(DicomTags.DerivationCodeSequence, LossyCompression());
            derivation.SetItems(DicomTags.SourceImageSequence, source is null ? [] : [source]);
            Append(group, DicomTags.DerivationImageSequence, derivation);
        }
    }

    /// <summary>Value 1 becomes DERIVED; an image without types gets as many as its kind needs.</summary>
    private static void SetFirstType(DicomDataSet set, DicomTag tag)
    {
        string[] types = set.Texts(tag) is { Length: > 0 } old ? old : ["ORIGINAL", "PRIMARY", .. ThirdType(set)];
        set.SetText(tag, Vr.CS, ["DERIVED", .. types.Skip(1)]);
    }

    private static string[] ThirdType(DicomDataSet set) => set.Text(DicomTags.Modality) switch
    {
        "CT" => ["AXIAL"],
        "MR" => ["OTHER"],
        _ => [],
    };

    private static DicomDataSet? SourceOf(DicomDataSet set)
    {
        if (set.Text(DicomTags.SopClassUid) is not { Length: > 0 } sopClass || set.Text(DicomTags.SopInstanceUid) is not { Length: > 0 } instance)
        {
            return null;
        }

        var source = new DicomDataSet();
        source.SetText(DicomTags.ReferencedSopClassUid, Vr.UI, sopClass);
        source.SetText(DicomTags.ReferencedSopInstanceUid, Vr.UI, instance);
        source.SetItems(DicomTags.PurposeOfReferenceCodeSequence, CodeItem.Of("121320", "DCM", "Uncompressed predecessor"));
        return source;
    }

    /// <summary>Where the images that frames refer to are kept: study, series, instance (PS3.3 10.42).</summary>
    private static DicomDataSet EvidenceOf(DicomDataSet set)
    {
        var instance = new DicomDataSet();
        instance.SetText(DicomTags.ReferencedSopClassUid, Vr.UI, set.Text(DicomTags.SopClassUid) ?? string.Empty);
        instance.SetText(DicomTags.ReferencedSopInstanceUid, Vr.UI, set.Text(DicomTags.SopInstanceUid) ?? string.Empty);
        var series = new DicomDataSet();
        series.SetText(DicomTags.SeriesInstanceUid, Vr.UI, set.Text(DicomTags.SeriesInstanceUid) ?? string.Empty);
        series.SetItems(DicomTags.ReferencedSopSequence, instance);
        var study = new DicomDataSet();
        study.SetText(DicomTags.StudyInstanceUid, Vr.UI, set.Text(DicomTags.StudyInstanceUid) ?? string.Empty);
        study.SetItems(DicomTags.ReferencedSeriesSequence, series);
        return study;
    }

    private static DicomDataSet LossyCompression() => CodeItem.Of("113040", "DCM", "Lossy Compression");

    private static void Append(DicomDataSet set, DicomTag sequence, DicomDataSet? item)
    {
        if (item is not null)
        {
            set.SetItems(sequence, [.. set.Items(sequence), item]);
        }
    }
}
