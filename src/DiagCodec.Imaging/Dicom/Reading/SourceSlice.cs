using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Dicom.Reading;

/// <summary>One slice as its file tells it.</summary>
internal sealed record SourceSlice(SourceFile File, int Frame, ReadOnlyMemory<byte> Samples, Plane? Plane, Rescale Rescale);
