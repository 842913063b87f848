using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace DiagCodec.LearnedCodecs.Exact;

/// <summary>SHA-256 over the latents of slice after slice, as little-endian floats: what a decoder proves itself by.</summary>
public sealed class LatentDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Add(ExactMap known) => _hash.AppendData(MemoryMarshal.AsBytes(known.Values.AsSpan()));

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();
}
