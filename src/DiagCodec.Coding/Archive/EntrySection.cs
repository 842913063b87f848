namespace DiagCodec.Coding.Archive;

/// <summary>What an entry must hold.</summary>
/// <param name="Bytes">Size as stored in the archive.</param>
/// <param name="Sha256">Lower-case hex of these bytes.</param>
/// <param name="Plain">Size after Brotli; null for entries that are not compressed.</param>
public sealed record EntrySection(long Bytes, string Sha256, long? Plain = null);
