using DiagCodec.Coding.Archive;

namespace DiagCodec.Coding.Encode;

/// <summary>An archive that was written.</summary>
/// <param name="Manifest">As in the archive.</param>
/// <param name="Video">What the encoder said.</param>
/// <param name="TotalBytes">Size of the archive: everything counts as rate.</param>
/// <param name="Verified">The archive was decoded and compared.</param>
public sealed record EncodeResult(Manifest Manifest, EncodedVideo Video, long TotalBytes, bool Verified);
