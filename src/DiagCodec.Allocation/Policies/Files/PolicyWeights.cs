namespace DiagCodec.Allocation.Policies.Files;

/// <summary>A weights file beside policy.json.</summary>
/// <param name="File">Its name.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
public sealed record PolicyWeights(string File, string Sha256);
