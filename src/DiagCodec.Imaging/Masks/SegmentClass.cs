namespace DiagCodec.Imaging.Masks;

/// <summary>What a class of a label map means, as a DICOM Segmentation says it of a segment (PS3.3 C.8.20.2). Texts are ASCII.</summary>
public sealed record SegmentClass
{
    /// <summary>The class number in the label map, 1 to 255; becomes the segment number.</summary>
    public required int Number { get; init; }

    /// <summary>Segment Label, 1 to 64 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Kind of thing: anatomical structure, morphologically abnormal structure ... (PS3.16 CID 7150).</summary>
    public required CodedTerm Category { get; init; }

    /// <summary>The thing: heart, aorta ... (PS3.16 CID 7151).</summary>
    public required CodedTerm Type { get; init; }

    /// <summary>What found the voxels, 1 to 64 characters. The segment is marked as made without a person (AUTOMATIC).</summary>
    public required string AlgorithmName { get; init; }

    /// <summary>1 to 64 characters.</summary>
    public required string AlgorithmVersion { get; init; }

    /// <summary>Recommended display colour; null leaves it to the viewer.</summary>
    public CieLab? Colour { get; init; }
}
