namespace DiagCodec.Imaging.Dicom.DataSets;

/// <summary>The attributes that this project reads or writes, by their keyword in PS3.6.</summary>
internal static class DicomTags
{
    public static readonly DicomTag FileMetaInformationGroupLength = new(0x0002_0000);
    public static readonly DicomTag FileMetaInformationVersion = new(0x0002_0001);
    public static readonly DicomTag MediaStorageSopClassUid = new(0x0002_0002);
    public static readonly DicomTag MediaStorageSopInstanceUid = new(0x0002_0003);
    public static readonly DicomTag TransferSyntaxUid = new(0x0002_0010);
    public static readonly DicomTag ImplementationClassUid = new(0x0002_0012);
    public static readonly DicomTag ImplementationVersionName = new(0x0002_0013);

    public static readonly DicomTag SpecificCharacterSet = new(0x0008_0005);
    public static readonly DicomTag ImageType = new(0x0008_0008);
    public static readonly DicomTag InstanceCreationDate = new(0x0008_0012);
    public static readonly DicomTag InstanceCreationTime = new(0x0008_0013);
    public static readonly DicomTag InstanceCreatorUid = new(0x0008_0014);
    public static readonly DicomTag SopClassUid = new(0x0008_0016);
    public static readonly DicomTag SopInstanceUid = new(0x0008_0018);
    public static readonly DicomTag StudyDate = new(0x0008_0020);
    public static readonly DicomTag ContentDate = new(0x0008_0023);
    public static readonly DicomTag StudyTime = new(0x0008_0030);
    public static readonly DicomTag ContentTime = new(0x0008_0033);
    public static readonly DicomTag AccessionNumber = new(0x0008_0050);
    public static readonly DicomTag Modality = new(0x0008_0060);
    public static readonly DicomTag Manufacturer = new(0x0008_0070);
    public static readonly DicomTag ReferringPhysicianName = new(0x0008_0090);
    public static readonly DicomTag CodeValue = new(0x0008_0100);
    public static readonly DicomTag CodingSchemeDesignator = new(0x0008_0102);
    public static readonly DicomTag CodeMeaning = new(0x0008_0104);
    public static readonly DicomTag TimezoneOffsetFromUtc = new(0x0008_0201);
    public static readonly DicomTag StudyDescription = new(0x0008_1030);
    public static readonly DicomTag SeriesDescription = new(0x0008_103E);
    public static readonly DicomTag ManufacturerModelName = new(0x0008_1090);
    public static readonly DicomTag ReferencedSeriesSequence = new(0x0008_1115);
    public static readonly DicomTag ReferencedInstanceSequence = new(0x0008_114A);
    public static readonly DicomTag ReferencedSopClassUid = new(0x0008_1150);
    public static readonly DicomTag ReferencedSopInstanceUid = new(0x0008_1155);
    public static readonly DicomTag ReferencedFrameNumber = new(0x0008_1160);
    public static readonly DicomTag ReferencedSopSequence = new(0x0008_1199);
    public static readonly DicomTag DerivationDescription = new(0x0008_2111);
    public static readonly DicomTag SourceImageSequence = new(0x0008_2112);
    public static readonly DicomTag FrameType = new(0x0008_9007);
    public static readonly DicomTag DerivationImageSequence = new(0x0008_9124);
    public static readonly DicomTag SourceImageEvidenceSequence = new(0x0008_9154);
    public static readonly DicomTag DerivationCodeSequence = new(0x0008_9215);

    public static readonly DicomTag PatientName = new(0x0010_0010);
    public static readonly DicomTag PatientId = new(0x0010_0020);
    public static readonly DicomTag IssuerOfPatientId = new(0x0010_0021);
    public static readonly DicomTag PatientBirthDate = new(0x0010_0030);
    public static readonly DicomTag PatientSex = new(0x0010_0040);
    public static readonly DicomTag PatientAge = new(0x0010_1010);
    public static readonly DicomTag PatientSize = new(0x0010_1020);
    public static readonly DicomTag PatientWeight = new(0x0010_1030);

    public static readonly DicomTag PatientIdentityRemoved = new(0x0012_0062);
    public static readonly DicomTag DeidentificationMethod = new(0x0012_0063);
    public static readonly DicomTag DeidentificationMethodCodeSequence = new(0x0012_0064);

    public static readonly DicomTag ContrastBolusAgent = new(0x0018_0010);
    public static readonly DicomTag BodyPartExamined = new(0x0018_0015);
    public static readonly DicomTag SliceThickness = new(0x0018_0050);
    public static readonly DicomTag Kvp = new(0x0018_0060);
    public static readonly DicomTag SpacingBetweenSlices = new(0x0018_0088);
    public static readonly DicomTag DeviceSerialNumber = new(0x0018_1000);
    public static readonly DicomTag SoftwareVersions = new(0x0018_1020);
    public static readonly DicomTag ImagerPixelSpacing = new(0x0018_1164);
    public static readonly DicomTag PatientPosition = new(0x0018_5100);
    public static readonly DicomTag MrImageFrameTypeSequence = new(0x0018_9226);
    public static readonly DicomTag CtImageFrameTypeSequence = new(0x0018_9329);

    public static readonly DicomTag StudyInstanceUid = new(0x0020_000D);
    public static readonly DicomTag SeriesInstanceUid = new(0x0020_000E);
    public static readonly DicomTag StudyId = new(0x0020_0010);
    public static readonly DicomTag SeriesNumber = new(0x0020_0011);
    public static readonly DicomTag AcquisitionNumber = new(0x0020_0012);
    public static readonly DicomTag InstanceNumber = new(0x0020_0013);
    public static readonly DicomTag PatientOrientation = new(0x0020_0020);
    public static readonly DicomTag ImagePositionPatient = new(0x0020_0032);
    public static readonly DicomTag ImageOrientationPatient = new(0x0020_0037);
    public static readonly DicomTag FrameOfReferenceUid = new(0x0020_0052);
    public static readonly DicomTag PositionReferenceIndicator = new(0x0020_1040);
    public static readonly DicomTag SliceLocation = new(0x0020_1041);
    public static readonly DicomTag StackId = new(0x0020_9056);
    public static readonly DicomTag InStackPositionNumber = new(0x0020_9057);
    public static readonly DicomTag FrameContentSequence = new(0x0020_9111);
    public static readonly DicomTag PlanePositionSequence = new(0x0020_9113);
    public static readonly DicomTag PlaneOrientationSequence = new(0x0020_9116);
    public static readonly DicomTag DimensionIndexValues = new(0x0020_9157);
    public static readonly DicomTag DimensionOrganizationUid = new(0x0020_9164);
    public static readonly DicomTag DimensionIndexPointer = new(0x0020_9165);
    public static readonly DicomTag FunctionalGroupPointer = new(0x0020_9167);
    public static readonly DicomTag DimensionOrganizationSequence = new(0x0020_9221);
    public static readonly DicomTag DimensionIndexSequence = new(0x0020_9222);
    public static readonly DicomTag DimensionDescriptionLabel = new(0x0020_9421);

    public static readonly DicomTag SamplesPerPixel = new(0x0028_0002);
    public static readonly DicomTag PhotometricInterpretation = new(0x0028_0004);
    public static readonly DicomTag NumberOfFrames = new(0x0028_0008);
    public static readonly DicomTag Rows = new(0x0028_0010);
    public static readonly DicomTag Columns = new(0x0028_0011);
    public static readonly DicomTag PixelSpacing = new(0x0028_0030);
    public static readonly DicomTag BitsAllocated = new(0x0028_0100);
    public static readonly DicomTag BitsStored = new(0x0028_0101);
    public static readonly DicomTag HighBit = new(0x0028_0102);
    public static readonly DicomTag PixelRepresentation = new(0x0028_0103);
    public static readonly DicomTag SmallestImagePixelValue = new(0x0028_0106);
    public static readonly DicomTag LargestImagePixelValue = new(0x0028_0107);
    public static readonly DicomTag SmallestPixelValueInSeries = new(0x0028_0108);
    public static readonly DicomTag LargestPixelValueInSeries = new(0x0028_0109);
    public static readonly DicomTag PixelPaddingValue = new(0x0028_0120);
    public static readonly DicomTag PixelPaddingRangeLimit = new(0x0028_0121);
    public static readonly DicomTag WindowCenter = new(0x0028_1050);
    public static readonly DicomTag WindowWidth = new(0x0028_1051);
    public static readonly DicomTag RescaleIntercept = new(0x0028_1052);
    public static readonly DicomTag RescaleSlope = new(0x0028_1053);
    public static readonly DicomTag RescaleType = new(0x0028_1054);
    public static readonly DicomTag SpatialLocationsPreserved = new(0x0028_135A);
    public static readonly DicomTag LossyImageCompression = new(0x0028_2110);
    public static readonly DicomTag LossyImageCompressionRatio = new(0x0028_2112);
    public static readonly DicomTag LossyImageCompressionMethod = new(0x0028_2114);
    public static readonly DicomTag ModalityLutSequence = new(0x0028_3000);
    public static readonly DicomTag PixelMeasuresSequence = new(0x0028_9110);
    public static readonly DicomTag PixelValueTransformationSequence = new(0x0028_9145);

    public static readonly DicomTag PurposeOfReferenceCodeSequence = new(0x0040_A170);

    public static readonly DicomTag SegmentationType = new(0x0062_0001);
    public static readonly DicomTag SegmentSequence = new(0x0062_0002);
    public static readonly DicomTag SegmentedPropertyCategoryCodeSequence = new(0x0062_0003);
    public static readonly DicomTag SegmentNumber = new(0x0062_0004);
    public static readonly DicomTag SegmentLabel = new(0x0062_0005);
    public static readonly DicomTag SegmentationAlgorithmIdentificationSequence = new(0x0062_0007);
    public static readonly DicomTag SegmentAlgorithmType = new(0x0062_0008);
    public static readonly DicomTag SegmentAlgorithmName = new(0x0062_0009);
    public static readonly DicomTag SegmentIdentificationSequence = new(0x0062_000A);
    public static readonly DicomTag ReferencedSegmentNumber = new(0x0062_000B);
    public static readonly DicomTag RecommendedDisplayCieLabValue = new(0x0062_000D);
    public static readonly DicomTag SegmentedPropertyTypeCodeSequence = new(0x0062_000F);
    public static readonly DicomTag SegmentsOverlap = new(0x0062_0013);

    public static readonly DicomTag AlgorithmFamilyCodeSequence = new(0x0066_002F);
    public static readonly DicomTag AlgorithmVersion = new(0x0066_0031);
    public static readonly DicomTag AlgorithmName = new(0x0066_0036);

    public static readonly DicomTag ContentLabel = new(0x0070_0080);
    public static readonly DicomTag ContentDescription = new(0x0070_0081);
    public static readonly DicomTag ContentCreatorName = new(0x0070_0084);

    public static readonly DicomTag SharedFunctionalGroupsSequence = new(0x5200_9229);
    public static readonly DicomTag PerFrameFunctionalGroupsSequence = new(0x5200_9230);
    public static readonly DicomTag ExtendedOffsetTable = new(0x7FE0_0001);
    public static readonly DicomTag ExtendedOffsetTableLengths = new(0x7FE0_0002);
    public static readonly DicomTag FloatPixelData = new(0x7FE0_0008);
    public static readonly DicomTag DoubleFloatPixelData = new(0x7FE0_0009);
    public static readonly DicomTag PixelData = new(0x7FE0_0010);

    public static readonly DicomTag Item = new(0xFFFE_E000);
    public static readonly DicomTag ItemDelimitation = new(0xFFFE_E00D);
    public static readonly DicomTag SequenceDelimitation = new(0xFFFE_E0DD);
}
