using System.Globalization;
using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Dicom.Reading;
using DiagCodec.Imaging.Dicom.Writing;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Masks;

/// <summary>Everything of a DICOM Segmentation (PS3.3 A.51) but its own UIDs, its time and its pixels.</summary>
internal static class SegmentationHeader
{
    /// <summary>Type 2 of Patient and General Study (PS3.3 C.7.1.1, C.7.2.1): there in any case, empty where the source says nothing.</summary>
    private static readonly (DicomTag Tag, Vr Vr)[] Expected =
    [
        (DicomTags.PatientName, Vr.PN), (DicomTags.PatientId, Vr.LO), (DicomTags.PatientBirthDate, Vr.DA), (DicomTags.PatientSex, Vr.CS),
        (DicomTags.StudyDate, Vr.DA), (DicomTags.StudyTime, Vr.TM), (DicomTags.StudyId, Vr.SH), (DicomTags.AccessionNumber, Vr.SH),
        (DicomTags.ReferringPhysicianName, Vr.PN),
    ];

    private static readonly DicomTag[] IfSaid =
    [
        DicomTags.SpecificCharacterSet, DicomTags.TimezoneOffsetFromUtc, DicomTags.StudyInstanceUid, DicomTags.StudyDescription,
        DicomTags.IssuerOfPatientId, DicomTags.PatientAge, DicomTags.PatientSize, DicomTags.PatientWeight,
        DicomTags.PatientIdentityRemoved, DicomTags.DeidentificationMethod, DicomTags.DeidentificationMethodCodeSequence,
    ];

    public static DicomDataSet Of(LabelMap labels, SegmentationSource source, SegmentationFrames frames, SegmentationWriteOptions options)
    {
        var set = new DicomDataSet();
        AddPatientAndStudy(set, source);
        AddSeries(set, source, options);
        AddPixels(set, labels, frames.Frames.Length);
        AddLossyHistory(set, source);
        set.SetItems(DicomTags.SegmentSequence, options.Classes.Select(SegmentOf));
        SegmentationGroups.AddDimensions(set, source);
        set.SetItems(DicomTags.SharedFunctionalGroupsSequence, SegmentationGroups.Shared(source));
        set.SetItems(DicomTags.PerFrameFunctionalGroupsSequence, frames.Frames.Select(f => SegmentationGroups.Of(f, source)));
        return set;
    }

    private static void AddPatientAndStudy(DicomDataSet set, SegmentationSource source)
    {
        foreach (var (tag, vr) in Expected)
        {
            set.Set(source.First.Find(tag) ?? new DicomElement(tag, vr, ReadOnlyMemory<byte>.Empty));
        }

        foreach (var tag in IfSaid)
        {
            if (source.First.Find(tag) is { Items: not null } or { Value.Length: > 0 })
            {
                set.Set(source.First.Find(tag)!);
            }
        }

        if (source.Geometry is null)
        {
            // Type 2C where no orientation says it better (PS3.3 C.7.6.1).
            set.SetText(DicomTags.PatientOrientation, Vr.CS, string.Empty);
        }
        else
        {
            set.Set(source.First.Find(DicomTags.FrameOfReferenceUid)!);
            set.Set(source.First.Find(DicomTags.PositionReferenceIndicator) ?? new DicomElement(DicomTags.PositionReferenceIndicator, Vr.LO, ReadOnlyMemory<byte>.Empty));
        }
    }

    private static void AddSeries(DicomDataSet set, SegmentationSource source, SegmentationWriteOptions options)
    {
        set.SetText(DicomTags.SopClassUid, Vr.UI, SopClasses.Segmentation);
        set.SetText(DicomTags.Modality, Vr.CS, "SEG");
        set.SetText(DicomTags.SeriesNumber, Vr.IS, options.SeriesNumber.ToString(CultureInfo.InvariantCulture));
        set.SetText(DicomTags.SeriesDescription, Vr.LO, options.SeriesDescription);
        set.SetText(DicomTags.InstanceNumber, Vr.IS, "1");
        set.SetText(DicomTags.Manufacturer, Vr.LO, "diagcodec");
        set.SetText(DicomTags.ManufacturerModelName, Vr.LO, "diagcodec");
        set.SetText(DicomTags.SoftwareVersions, Vr.LO, options.SoftwareVersion);

        // Type 1 (PS3.3 C.7.5.2), but a program has none.
        set.SetText(DicomTags.DeviceSerialNumber, Vr.LO, "0");
        set.SetText(DicomTags.ContentLabel, Vr.CS, options.ContentLabel);
        set.SetText(DicomTags.ContentDescription, Vr.LO, options.ContentDescription);
        set.SetText(DicomTags.ContentCreatorName, Vr.PN, options.ContentCreator);
        var series = set.AddItem(DicomTags.ReferencedSeriesSequence);
        series.SetText(DicomTags.SeriesInstanceUid, Vr.UI, source.SeriesUid);
        series.SetItems(DicomTags.ReferencedInstanceSequence, source.Images.DistinctBy(i => i.SopInstance).Select(i =>
        {
            var instance = new DicomDataSet();
            instance.SetText(DicomTags.ReferencedSopClassUid, Vr.UI, i.SopClass);
            instance.SetText(DicomTags.ReferencedSopInstanceUid, Vr.UI, i.SopInstance);
            return instance;
        }));
    }

    private static void AddPixels(DicomDataSet set, LabelMap labels, int frames)
    {
        set.SetText(DicomTags.ImageType, Vr.CS, ["DERIVED", "PRIMARY"]);
        set.SetUnsigned(DicomTags.SamplesPerPixel, 1);
        set.SetText(DicomTags.PhotometricInterpretation, Vr.CS, "MONOCHROME2");
        set.SetText(DicomTags.NumberOfFrames, Vr.IS, frames.ToString(CultureInfo.InvariantCulture));
        set.SetUnsigned(DicomTags.Rows, labels.Rows);
        set.SetUnsigned(DicomTags.Columns, labels.Columns);
        set.SetUnsigned(DicomTags.BitsAllocated, 1);
        set.SetUnsigned(DicomTags.BitsStored, 1);
        set.SetUnsigned(DicomTags.HighBit, 0);
        set.SetUnsigned(DicomTags.PixelRepresentation, 0);
        set.SetText(DicomTags.SegmentationType, Vr.CS, "BINARY");
        set.SetText(DicomTags.SegmentsOverlap, Vr.CS, "NO");
    }

    /// <summary>What was drawn on lossy images is lossy too (PS3.3 C.7.6.1.1.5).</summary>
    private static void AddLossyHistory(DicomDataSet set, SegmentationSource source)
    {
        set.SetText(DicomTags.LossyImageCompression, Vr.CS, source.IsLossy ? "01" : "00");
        foreach (var tag in (DicomTag[])[DicomTags.LossyImageCompressionRatio, DicomTags.LossyImageCompressionMethod])
        {
            if (source.Lossy.FirstOrDefault(s => s.Contains(tag))?.Find(tag) is { } element)
            {
                set.Set(element);
            }
        }
    }

    private static DicomDataSet SegmentOf(SegmentClass one)
    {
        var segment = new DicomDataSet();
        segment.SetUnsigned(DicomTags.SegmentNumber, one.Number);
        segment.SetText(DicomTags.SegmentLabel, Vr.LO, one.Name);
        segment.AddItem(DicomTags.SegmentedPropertyCategoryCodeSequence, CodeOf(one.Category));
        segment.AddItem(DicomTags.SegmentedPropertyTypeCodeSequence, CodeOf(one.Type));
        segment.SetText(DicomTags.SegmentAlgorithmType, Vr.CS, "AUTOMATIC");
        segment.SetText(DicomTags.SegmentAlgorithmName, Vr.LO, one.AlgorithmName);
        var algorithm = segment.AddItem(DicomTags.SegmentationAlgorithmIdentificationSequence);
        algorithm.AddItem(DicomTags.AlgorithmFamilyCodeSequence, CodeItem.Of("123110", "DCM", "Artificial Intelligence"));
        algorithm.SetText(DicomTags.AlgorithmName, Vr.LO, one.AlgorithmName);
        algorithm.SetText(DicomTags.AlgorithmVersion, Vr.LO, one.AlgorithmVersion);
        if (one.Colour is { } colour)
        {
            segment.SetUnsigned(DicomTags.RecommendedDisplayCieLabValue, colour.ToStored());
        }

        return segment;
    }

    private static DicomDataSet CodeOf(CodedTerm term) => CodeItem.Of(term.Value, term.Scheme, term.Meaning);
}
