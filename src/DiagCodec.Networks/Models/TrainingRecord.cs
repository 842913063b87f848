namespace DiagCodec.Networks.Models;

/// <summary>What the weights were made with, so that somebody can make them again.</summary>
/// <param name="Command">The command line, in full.</param>
/// <param name="Seed">Its seed, 0 or more.</param>
/// <param name="Data">Which images, with their source and version.</param>
/// <param name="Split">The file with the split, relative to the model folder.</param>
public sealed record TrainingRecord(string Command, long Seed, string Data, string Split);
