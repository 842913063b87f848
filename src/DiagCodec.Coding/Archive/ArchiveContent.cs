using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Series;

namespace DiagCodec.Coding.Archive;

/// <summary>What an archive is made of, beside the entry hashes that the writer adds.</summary>
/// <param name="Manifest">With an empty <see cref="Manifest.Entries"/>.</param>
/// <param name="VideoPath">The Annex B stream.</param>
/// <param name="Headers">The source files without pixels.</param>
/// <param name="Padding">Where padding lies.</param>
/// <param name="Map">Null where it follows from base QP and GOP structure.</param>
public sealed record ArchiveContent(Manifest Manifest, string VideoPath, SourceHeaders Headers, PaddingRuns Padding, QpMap? Map);
