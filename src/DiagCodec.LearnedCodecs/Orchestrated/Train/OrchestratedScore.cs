using System.Collections.Immutable;

namespace DiagCodec.LearnedCodecs.Orchestrated.Train;

/// <summary>What a network does to cases that it was not trained on.</summary>
/// <param name="Dice">Of every foreground class, mean over the cases; null where no case has the class.</param>
/// <param name="BitsPerPixel">Of the code by its model, headers left out; null without a code.</param>
public sealed record OrchestratedScore(ImmutableArray<double?> Dice, double? BitsPerPixel);
