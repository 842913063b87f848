using System.Collections.Immutable;

namespace DiagCodec.Imaging.Series;

/// <summary>
/// Everything of the source files but their pixels, enough to write files of the same kind again:
/// DICOM: a complete DICOM file per source file, without Pixel Data; NIfTI: the header with its extensions, one file;
/// pictures: the UTF-8 file name (without folder) of each; Y4M: the stream header line.
/// </summary>
/// <param name="Kind">Decides how to read <paramref name="Files"/>.</param>
/// <param name="Files">One block per source file, single-frame files in coding order.</param>
/// <param name="Origins">One entry per slice, in coding order.</param>
public sealed record SourceHeaders(SourceKind Kind, ImmutableArray<ReadOnlyMemory<byte>> Files, ImmutableArray<SliceOrigin> Origins);
