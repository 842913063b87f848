using System.Globalization;
using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Dicom.Writing;

namespace DiagCodec.Imaging.Masks;

/// <summary>Dimensions and functional groups of a DICOM Segmentation (PS3.3 C.7.6.17, A.51.5).</summary>
internal static class SegmentationGroups
{
    /// <summary>Even steps to within this share of a step are one spacing.</summary>
    private const double EvenSpacing = 0.01;

    public static void AddDimensions(DicomDataSet set, SegmentationSource source)
    {
        var uid = DerivedUid.Of(source.SeriesUid, "segmentation dimensions");
        set.AddItem(DicomTags.DimensionOrganizationSequence).SetText(DicomTags.DimensionOrganizationUid, Vr.UI, uid);
        Add("Segment", DicomTags.ReferencedSegmentNumber, DicomTags.SegmentIdentificationSequence);
        if (source.Geometry is null)
        {
            Add("Slice", DicomTags.InStackPositionNumber, DicomTags.FrameContentSequence);
        }
        else
        {
            Add("Position", DicomTags.ImagePositionPatient, DicomTags.PlanePositionSequence);
        }

        void Add(string label, DicomTag attribute, DicomTag group)
        {
            var dimension = set.AddItem(DicomTags.DimensionIndexSequence);
            dimension.SetText(DicomTags.DimensionOrganizationUid, Vr.UI, uid);
            dimension.SetPointer(DicomTags.DimensionIndexPointer, attribute);
            dimension.SetPointer(DicomTags.FunctionalGroupPointer, group);
            dimension.SetText(DicomTags.DimensionDescriptionLabel, Vr.LO, label);
        }
    }

    public static DicomDataSet Shared(SegmentationSource source)
    {
        var shared = new DicomDataSet();
        if (source.Geometry is { } geometry)
        {
            var measures = shared.AddItem(DicomTags.PixelMeasuresSequence);
            measures.SetText(DicomTags.SliceThickness, Vr.DS, DecimalString.Of(source.Thickness > 0 ? source.Thickness : Math.Abs(geometry.SliceSpacing)));
            measures.SetText(DicomTags.PixelSpacing, Vr.DS, DecimalString.Of(geometry.RowSpacing, geometry.ColumnSpacing));
            var (step, positions) = (geometry.SliceSpacing, geometry.Positions);
            if (positions.Length > 1 && positions.Skip(1).Zip(positions, (b, a) => (b - a).Dot(geometry.Normal)).All(s => Math.Abs(s - step) <= EvenSpacing * Math.Abs(step)))
            {
                measures.SetText(DicomTags.SpacingBetweenSlices, Vr.DS, DecimalString.Of(Math.Abs(step)));
            }

            shared.AddItem(DicomTags.PlaneOrientationSequence).SetText(DicomTags.ImageOrientationPatient, Vr.DS, DecimalString.Of(source.Orientation));
        }

        return shared;
    }

    public static DicomDataSet Of(SegmentationFrames.Frame frame, SegmentationSource source)
    {
        var groups = new DicomDataSet();
        var content = groups.AddItem(DicomTags.FrameContentSequence);
        content.SetLong(DicomTags.DimensionIndexValues, (uint)frame.SegmentIndex, (uint)frame.SliceIndex);
        if (source.Geometry is { } geometry)
        {
            var position = geometry.Positions[frame.Slice];
            groups.AddItem(DicomTags.PlanePositionSequence).SetText(DicomTags.ImagePositionPatient, Vr.DS, DecimalString.Of(position.X, position.Y, position.Z));
        }
        else
        {
            content.SetText(DicomTags.StackId, Vr.SH, "1");
            content.SetLong(DicomTags.InStackPositionNumber, (uint)frame.Slice + 1);
        }

        groups.AddItem(DicomTags.SegmentIdentificationSequence).SetUnsigned(DicomTags.ReferencedSegmentNumber, frame.Segment);
        AddDerivation(groups, source.Images[frame.Slice]);
        return groups;
    }

    /// <summary>Both codes are the ones that PS3.3 A.51.5.1 asks for.</summary>
    private static void AddDerivation(DicomDataSet groups, SegmentationSource.SourceImage image)
    {
        var derivation = groups.AddItem(DicomTags.DerivationImageSequence);
        derivation.AddItem(DicomTags.DerivationCodeSequence, CodeItem.Of("113076", "DCM", "Segmentation"));
        var source = derivation.AddItem(DicomTags.SourceImageSequence);
        source.SetText(DicomTags.ReferencedSopClassUid, Vr.UI, image.SopClass);
        source.SetText(DicomTags.ReferencedSopInstanceUid, Vr.UI, image.SopInstance);
        source.SetText(DicomTags.SpatialLocationsPreserved, Vr.CS, "YES");
        source.AddItem(DicomTags.PurposeOfReferenceCodeSequence, CodeItem.Of("121322", "DCM", "Source image for image processing operation"));
        if (image.Frame is { } number)
        {
            source.SetText(DicomTags.ReferencedFrameNumber, Vr.IS, number.ToString(CultureInfo.InvariantCulture));
        }
    }
}
