namespace DiagCodec.Networks.Models;

/// <summary>A weights file of a model folder.</summary>
/// <param name="File">Its name in the folder, with the ending .safetensors.</param>
/// <param name="Sha256">Its SHA-256 as 64 lower-case hexadecimal digits.</param>
public sealed record StoredWeights(string File, string Sha256);
