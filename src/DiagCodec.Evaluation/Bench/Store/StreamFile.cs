namespace DiagCodec.Evaluation.Bench.Store;

/// <summary>A file that a method left.</summary>
/// <param name="Name">Relative to the method's folder.</param>
/// <param name="Bytes">Its size.</param>
internal sealed record StreamFile(string Name, long Bytes);
