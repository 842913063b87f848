using System.Collections.Immutable;

namespace DiagCodec.Networks.Training.Checkpoints;

/// <summary>What a search for a checkpoint came to.</summary>
/// <param name="Found">The last whole checkpoint, or null.</param>
/// <param name="Damaged">One line for every later one that is not whole.</param>
public sealed record CheckpointSearch(Checkpoint? Found, ImmutableArray<string> Damaged);
